import { expect, it } from 'vitest';
import { documentTitle } from '../../../data/document-title';

const DOCS = 'https://docs.google.com/document/u/1/d/1aB/edit';

it.each([
  ['Self-review - Google Docs', DOCS, 'Self-review'],
  ['Self-review – Google Docs', DOCS, 'Self-review'],
  ['Autoevaluación - Documentos de Google', DOCS, 'Autoevaluación'],
  ['自己評価 - Google ドキュメント', DOCS, '自己評価'],
  ['Roadmap - Google - Google Docs', DOCS, 'Roadmap - Google'],
  ['Presupuesto - Hojas de cálculo de Google', DOCS, 'Presupuesto'],
  ['Đánh giá - Google Tài liệu', DOCS, 'Đánh giá'],
  ['Roadmap - Google', DOCS, 'Roadmap - Google'],
  ['Budget - Google Sheets', 'https://docs.google.com/spreadsheets/d/1/edit', 'Budget'],
  ['review.pdf - Google Drive', 'https://drive.google.com/file/d/1/view', 'review.pdf'],
  ['My review | Notion', 'https://www.notion.so/My-review-1', 'My review'],
  ['My review | Notion', 'https://acme.notion.site/My-review-1', 'My review'],
  ['Review - PM space - Confluence', 'https://a.atlassian.net/wiki/x', 'Review - PM space'],
  ['Review - PM - Confluence', 'https://wiki.acme.com/display/PM/Review', 'Review - PM'],
  ['[PM-12] Ship it - Jira', 'https://acme.atlassian.net/browse/PM-12', '[PM-12] Ship it'],
  ['Notes – Dropbox Paper', 'https://paper.dropbox.com/doc/Notes--1', 'Notes'],
  // Elsewhere the same words are the author's.
  ['How we moved | Notion', 'https://example.com/blog', 'How we moved | Notion'],
  ['Intro - Google Docs', 'https://example.com/', 'Intro - Google Docs'],
  // Untidy and missing titles.
  ['  Self\n review\u200b \0', 'https://example.com/', 'Self review'],
  ['', 'https://www.example.com/caf%C3%A9/review/?a=1#x', 'example.com/café/review'],
  [' ', 'https://example.com/%E0%A4%A', 'example.com/%E0%A4%A'],
  ['', 'file:///home/me/My%20review.html', 'My review.html'],
  ['', 'about:blank', 'about:blank'],
  ['Title', 'no address', 'Title'],
  ['', '', ''],
])('%j at %s', (title, url, expected) => {
  expect(documentTitle(title, url)).toBe(expected);
});

it('comes to an end with any number of slashes', () => {
  const address = `https://example.com/a${'/'.repeat(1_000_000)}b`;
  expect(documentTitle('', address)).toBe(address.slice('https://'.length));
});
