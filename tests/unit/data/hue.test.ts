import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HUES, hueOf } from '../../../data/hue';
import { type Ladder, subSkillsOf } from '../../../data/ladder';
import intercom from '../../../data/ladders/intercom-pm.json';
import webflow from '../../../data/ladders/webflow-pm.json';
import type { Confidence } from '../../../data/quote';
import { toRecord } from '../../../entrypoints/background/page-evidence';
import { highlightName } from '../../../entrypoints/tagger/painting/names';
import { COLOURS, LOOKS } from '../../../entrypoints/tagger/surfaces/google-docs/boxes';
import { seededRecord } from '../../e2e/harness/seed';
import { bakersLadder } from '../../fixtures/small-ladder';

const [FIRST] = bakersLadder.skillAreas;

/** A ladder with so many skill areas of two sub-skills each. */
function ladderOf(areas: number): Ladder {
  const skillAreas = Array.from({ length: areas }, (_, area) => ({
    ...(FIRST as (typeof bakersLadder.skillAreas)[number]),
    id: `area-${area}`,
    subSkills: ['one', 'two'].map((name) => ({
      ...(FIRST?.subSkills[0] as (typeof bakersLadder.skillAreas)[number]['subSkills'][number]),
      id: `${name}-${area}`,
    })),
  }));
  return { ...bakersLadder, skillAreas };
}

const hues = (ladder: Ladder) => subSkillsOf(ladder).map(({ id }) => hueOf(ladder, id));

describe('the colour of a skill area', () => {
  it.each([
    ['Intercom', intercom as Ladder],
    ['Webflow', webflow as Ladder],
    ['a ladder with as many as there are colours', ladderOf(HUES)],
  ])('is its own in the ladder of %s, and one for all of its sub-skills', (_name, ladder) => {
    const byArea = ladder.skillAreas.map(
      ({ subSkills }) => new Set(subSkills.map(({ id }) => hueOf(ladder, id))),
    );
    expect(byArea.map(({ size }) => size)).toEqual(ladder.skillAreas.map(() => 1));
    expect(new Set(byArea.flatMap((one) => [...one])).size).toBe(ladder.skillAreas.length);
  });

  it('stays when a ladder gets further areas and further sub-skills', () => {
    const before = ladderOf(3);
    const after = ladderOf(8);
    const [area, ...others] = after.skillAreas;
    const more = area?.subSkills.map((one) => ({ ...one, id: `more-${one.id}` })) ?? [];
    const grown = {
      ...after,
      skillAreas: [
        { ...area, subSkills: [...more, ...(area?.subSkills ?? [])] } as typeof FIRST & object,
        ...others,
      ],
    };
    for (const { id } of subSkillsOf(before)) expect(hueOf(grown, id)).toBe(hueOf(before, id));
  });

  it('begins again with the first after the last, and neighbours still differ', () => {
    const areas = hues(ladderOf(2 * HUES + 1)).filter((_, at) => at % 2 === 0);
    expect(areas.every((hue) => Number.isInteger(hue) && hue >= 0 && hue < HUES)).toBe(true);
    areas.slice(1).forEach((hue, at) => {
      expect(hue).not.toBe(areas[at]);
    });
    expect(areas[HUES]).toBe(areas[0]);
  });

  it.each(['', 'gone', '__proto__', 'constructor', 'learn fast 😀', '\0'])(
    'is the first for a sub-skill nobody knows: %j',
    (id) => {
      expect(hueOf(bakersLadder, id)).toBe(0);
      expect(hueOf(undefined, id)).toBe(0);
      expect(hueOf({ ...bakersLadder, skillAreas: [] }, id)).toBe(0);
    },
  );
});

describe('in the page as in the panel', () => {
  const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
  const highlights = read('entrypoints/highlights.css');
  const [light = '', dark = ''] = read('components/theme/tokens.css').split(
    '@media (prefers-color-scheme: dark)',
  );

  /** What stands in the rule of a highlight. */
  function ruleOf(hue: number, confidence: Confidence): string {
    const name = highlightName(hue, confidence);
    return new RegExp(`::highlight\\(${name}\\) \\{([^}]*)\\}`).exec(highlights)?.[1] ?? '';
  }
  const bytes = (hex = '') => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

  it.each([intercom as Ladder, webflow as Ladder])(
    'a record has the hue of its sub-skill: $name',
    (ladder) => {
      for (const { id } of subSkillsOf(ladder)) {
        const record = { ...seededRecord(0), ladder: ladder.id, subSkill: id };
        expect(toRecord(record, [bakersLadder, ladder]).hue).toBe(hueOf(ladder, id));
      }
    },
  );

  const all = Array.from({ length: HUES }, (_, hue) => hue);

  it.each(all)('colour %i is nearest to the same one of the theme', (hue) => {
    const painted = angleOf(bytes(/#(\w{6})/.exec(ruleOf(hue, 'same'))?.[1]));
    for (const theme of [light, dark]) {
      const away = all.map((other) => {
        const token = new RegExp(`--hue-${other}: #(\\w{6})`).exec(theme)?.[1];
        const turn = Math.abs(angleOf(bytes(token)) - painted);
        return Math.min(turn, 360 - turn);
      });
      expect(away.indexOf(Math.min(...away))).toBe(hue);
    }
  });

  it.each(all)('colour %i is the same in highlights and in the boxes over Google Docs', (hue) => {
    const rgb = COLOURS[hue] ?? [];
    for (const confidence of ['same', 'edited', 'doubtful'] as const) {
      const rule = ruleOf(hue, confidence);
      const { alpha, line } = LOOKS[confidence];
      expect(bytes(/underline (?:\w+) #(\w{6})/.exec(rule)?.[1])).toEqual(rgb);
      expect(/underline (\w+)/.exec(rule)?.[1]).toBe(line);
      const ground = /background-color: rgb\((.*) \/ (\d+)%\)/.exec(rule);
      expect(ground ? [ground[1], Number(ground[2])] : [rgb.join(' '), 0]).toEqual([
        rgb.join(' '),
        Math.round(alpha * 100),
      ]);
    }
  });
});

/** The hue of a colour, degrees on the wheel of HSL. */
function angleOf([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const x = red - (green + blue) / 2;
  const y = (Math.sqrt(3) / 2) * (green - blue);
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
}
