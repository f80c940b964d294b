import { localDay } from '../days';
import { dayOf } from '../evidence/day';
import type { Evidence } from '../evidence/record';
import { oneLine, paragraphs } from '../text';
import { escapeMarkdown, markdownLink } from './escape-markdown';
import { type ExportInput, groupEvidence, type LevelGroup } from './group';
import { expectationLine, idsOf, levelLabel, sourceOf } from './phrases';

/**
 * Evidence as a Markdown document (CommonMark): ladder, skill area and sub-skill as headings, then
 * per level what is expected and the passages that speak for it, each with its day, whose view it
 * is, a link to its document, and the note. Under the title it says which days it keeps to.
 *
 * Nothing a user or a page wrote is read as Markdown or HTML, and only `http:`, `https:` and
 * `file:` addresses become links. Ends with a line feed.
 */
export function toMarkdown(input: ExportInput): string {
  const { ladders, evidence, exportedAt, days, include, words } = input;
  const groups = groupEvidence(ladders, evidence, include.expectations);
  const blocks = [
    heading(1, words.title),
    ...(days === null ? [] : [escapeMarkdown(oneLine(days))]),
    escapeMarkdown(`${words.exportedOn} ${localDay(exportedAt)}`),
    ...groups.ladders.flatMap(({ ladder, skillAreas }) => [
      heading(2, ladder.name),
      ...skillAreas.flatMap(({ skillArea, subSkills }) => [
        heading(3, skillArea.name),
        ...subSkills.flatMap(({ subSkill, levels }) => [
          heading(4, subSkill.name),
          ...levels.flatMap((level) => levelBlocks(level, input)),
        ]),
      ]),
    ]),
  ];
  if (groups.unplaced.length > 0) {
    blocks.push(heading(2, words.unplaced));
    blocks.push(...groups.unplaced.flatMap((one) => unplacedBlocks(one, input)));
  }
  if (evidence.length === 0) blocks.push(escapeMarkdown(words.nothing));
  return `${blocks.join('\n\n')}\n`;
}

function levelBlocks(group: LevelGroup, input: ExportInput): string[] {
  const { words } = input;
  const expectations = group.expectations.map(
    (one) => `- ${escapeMarkdown(expectationLine(one, words))}`,
  );
  return [
    `**${escapeMarkdown(levelLabel(group, words))}**`,
    ...(expectations.length > 0
      ? [`${escapeMarkdown(words.expected)}:`, expectations.join('\n')]
      : []),
    ...group.evidence.flatMap((one) => evidenceBlocks(one, input)),
  ];
}

function evidenceBlocks(one: Evidence, { include, words }: ExportInput): string[] {
  const { title, href } = sourceOf(one);
  const facts = [dayOf(one), words.kinds[one.kind]].map(escapeMarkdown);
  const source = markdownLink(title || words.pasted, href);
  const note = include.notes ? paragraphs(one.note).map(escapeMarkdown) : [];
  return [
    quote(one.target.selector[0].exact),
    [...facts, source].filter(Boolean).join(' · '),
    ...(note.length > 0 ? [`${escapeMarkdown(words.note)}: ${note.join('\n\n')}`] : []),
  ];
}

function unplacedBlocks(one: Evidence, input: ExportInput): string[] {
  const ids = idsOf(one);
  return [...(ids ? [`**${escapeMarkdown(ids)}**`] : []), ...evidenceBlocks(one, input)];
}

function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${escapeMarkdown(oneLine(text))}`;
}

/** A block quote. Each line is a paragraph in it, because line breaks alone are not kept. */
function quote(text: string): string {
  const lines = paragraphs(text).map((line) => `> ${escapeMarkdown(line)}`);
  return lines.length > 0 ? lines.join('\n>\n') : '>';
}
