import { dayOf } from '../evidence/day';
import type { Evidence } from '../evidence/record';
import { oneLine, paragraphs } from '../text';
import { directionOf } from './direction';
import { escapeHtml } from './escape-html';
import { type ExportInput, groupEvidence, type LevelGroup } from './group';
import { expectationLine, idsOf, levelLabel, sourceOf } from './phrases';

/** The two flavours of one clipboard item: `text/html` and `text/plain`. */
export interface CopiedDocument {
  readonly html: string;
  readonly text: string;
}

/** A part of the document, in both flavours. */
interface Block extends CopiedDocument {}

/**
 * Evidence to paste into a document that is being written: rich text for editors (Google Docs,
 * Word, Notion, Confluence) and plain text for text fields.
 *
 * The rich text has only `h2` (skill area), `h3` (sub-skill), `p`, `ul`, `a`, `b` and `i`, which
 * all of these editors take over as their own styles. It has no `h1`, because the document has
 * its title already, and no line about its days, because a review says which period it is of. It
 * has no `blockquote` either, which Google Docs drops: a passage is in italics and quotation marks. Everything is escaped; only `http:`, `https:` and `file:` become links.
 */
export function toDocument(input: ExportInput): CopiedDocument {
  const { ladders, evidence, include, words } = input;
  const groups = groupEvidence(ladders, evidence, include.expectations);
  const several = groups.ladders.length > 1;
  const blocks = groups.ladders.flatMap(({ ladder, skillAreas }) =>
    skillAreas.flatMap(({ skillArea, subSkills }) => [
      heading(2, several ? `${ladder.name}: ${skillArea.name}` : skillArea.name),
      ...subSkills.flatMap(({ subSkill, levels }) => [
        heading(3, subSkill.name),
        ...levels.flatMap((level) => levelBlocks(level, input)),
      ]),
    ]),
  );
  if (groups.unplaced.length > 0) {
    blocks.push(heading(2, words.unplaced));
    blocks.push(
      ...groups.unplaced.flatMap((one) => {
        const ids = idsOf(one);
        return [...(ids ? [label(ids)] : []), ...evidenceBlocks(one, input)];
      }),
    );
  }
  if (evidence.length === 0) blocks.push(paragraph(words.nothing));
  return {
    html: blocks.map(({ html }) => html).join('\n'),
    text: `${blocks.map(({ text }) => text).join('\n\n')}\n`,
  };
}

function levelBlocks(group: LevelGroup, input: ExportInput): Block[] {
  const { words } = input;
  const lines = group.expectations.map((one) => expectationLine(one, words));
  const blocks = [label(levelLabel(group, words))];
  if (lines.length > 0) {
    blocks.push({
      html: `${element('p', `${words.expected}:`)}\n<ul>${lines
        .map((line) => element('li', line))
        .join('')}</ul>`,
      text: `${words.expected}:\n${lines.map((line) => `- ${line}`).join('\n')}`,
    });
  }
  return [...blocks, ...group.evidence.flatMap((one) => evidenceBlocks(one, input))];
}

function evidenceBlocks(one: Evidence, { include, words }: ExportInput): Block[] {
  const { title: known, href } = sourceOf(one);
  const title = known || words.pasted;
  const facts = [dayOf(one), words.kinds[one.kind]].filter(Boolean).join(' · ');
  const link = href ? `<a href="${escapeHtml(href)}">${escapeHtml(title)}</a>` : escapeHtml(title);
  const note = include.notes ? paragraphs(one.note) : [];
  const blocks: Block[] = [
    passage(one.target.selector[0].exact),
    {
      html: `<p>${escapeHtml(facts)} · ${link}</p>`,
      text: `${facts} · ${title}${href && href !== title ? `\n${href}` : ''}`,
    },
  ];
  if (note.length > 0) {
    const [first, ...rest] = note;
    blocks.push(...[`${words.note}: ${first}`, ...rest].map(paragraph));
  }
  return blocks;
}

/** A passage in quotation marks, with a paragraph for each line of it. */
function passage(text: string): Block {
  const lines = paragraphs(text);
  const quoted = lines.map(
    (line, index) => `${index === 0 ? '“' : ''}${line}${index === lines.length - 1 ? '”' : ''}`,
  );
  return {
    html: quoted.map((line) => element('p', line, 'i')).join('\n'),
    text: quoted.join('\n'),
  };
}

function heading(level: 2 | 3, text: string): Block {
  const line = oneLine(text);
  return { html: element(`h${level}`, line), text: line };
}

function label(text: string): Block {
  return { html: element('p', text, 'b'), text };
}

function paragraph(text: string): Block {
  return { html: element('p', text), text };
}

/** An element of some text, in its direction; `inner` within it where that is given. */
function element(name: string, text: string, inner?: 'b' | 'i'): string {
  const words = escapeHtml(text);
  const content = inner ? `<${inner}>${words}</${inner}>` : words;
  return `<${name}${directionOf(text)}>${content}</${name}>`;
}
