import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentKey, documentTab, inAnotherTab, namesDocument } from '../../../data/document-key';

const DOC = 'https://docs.google.com/document/d/1aB-c_D';
const PAGE = '0123456789abcdef0123456789abcdef';
const WIKI = 'https://acme.atlassian.net/wiki/pages/viewpage.action?pageId=98765';
const GUID = '{A1B2C3D4-E5F6-4711-8899-AABBCCDDEEFF}';
const OFFICE =
  'https://acme.sharepoint.com/_layouts/15/Doc.aspx?sourcedoc=a1b2c3d4e5f647118899aabbccddeeff';

describe('one document, several addresses', () => {
  it.each([
    ['https://example.com/a?t%5b%5d=a&t%5Bid%5D=1', 'https://example.com/a?t%5B%5D=a&t%5Bid%5D=1'],
    ['https://example.com/a?%2b=1&%2F=2', 'https://example.com/a?%2B=1&%2F=2'],
    // Any page.
    ['https://example.com/review', 'https://example.com/review'],
    ['https://example.com/review#goals', 'https://example.com/review'],
    ['https://example.com/review#:~:text=goals', 'https://example.com/review'],
    ['https://example.com/review/', 'https://example.com/review'],
    ['https://example.com/review//', 'https://example.com/review'],
    ['https://example.com', 'https://example.com'],
    ['https://example.com/', 'https://example.com'],
    ['  https://example.com/review\n', 'https://example.com/review'],
    ['http://example.com/review', 'https://example.com/review'],
    ['HTTPS://EXAMPLE.com/Review', 'https://example.com/Review'],
    ['https://example.com:443/review', 'https://example.com/review'],
    ['http://example.com:80/review', 'https://example.com/review'],
    ['https://example.com:80/review', 'https://example.com/review'],
    ['http://example.com:443/review', 'https://example.com/review'],
    ['http://./review', 'https://./review'],
    ['http://localhost:3000/review', 'https://localhost:3000/review'],
    ['http://[::1]:3000/', 'https://[::1]:3000'],
    ['https://example.com./review', 'https://example.com/review'],
    ['https://www.example.com/review', 'https://example.com/review'],
    ['https://www.localhost/review', 'https://www.localhost/review'],
    ['https://me:secret@example.com/review', 'https://example.com/review'],
    ['https://example.com/caf%c3%a9', 'https://example.com/caf%C3%A9'],
    ['https://example.com/café', 'https://example.com/caf%C3%A9'],
    // Queries.
    ['https://example.com/?b=2&a=1', 'https://example.com?a=1&b=2'],
    ['https://example.com/?tag=b&id=1&tag=a', 'https://example.com?id=1&tag=b&tag=a'],
    ['https://example.com/?&&a=1&', 'https://example.com?a=1'],
    ['https://example.com/?utm_source=mail&id=7&UTM_Medium=x', 'https://example.com?id=7'],
    ['https://example.com/r?fbclid=1&gclid=2&mc_eid=3&_hsenc=4', 'https://example.com/r'],
    ['https://example.com/r?hsCtaTracking=1&atlOrigin=2', 'https://example.com/r'],
    ['https://example.com/r?ref=main&source=wiki', 'https://example.com/r?ref=main&source=wiki'],
    ['https://example.com/?utm=kept', 'https://example.com?utm=kept'],
    ['https://example.com/r?pk_campaign=x&pk_id=2', 'https://example.com/r?pk_id=2'],
    // Routers in the fragment.
    ['https://example.com/app#/inbox/7', 'https://example.com/app#/inbox/7'],
    ['https://example.com/app#!/inbox/7/', 'https://example.com/app#!/inbox/7'],
    ['https://example.com/app#/inbox:~:text=x', 'https://example.com/app#/inbox'],
    ['https://example.com/app#/', 'https://example.com/app'],
    ['https://example.com/app#!', 'https://example.com/app'],
    // Google.
    ['https://mail.google.com/mail/u/0/#inbox/FMfcgz', 'https://mail.google.com/mail/u/0#FMfcgz'],
    [
      'https://mail.google.com/mail/u/0/#inbox/FMfcgz:~:text=Well%20done',
      'https://mail.google.com/mail/u/0#FMfcgz',
    ],
    [
      'https://mail.google.com/mail/u/0/#label/Praise/FMfcgz',
      'https://mail.google.com/mail/u/0#FMfcgz',
    ],
    ['https://keep.google.com/#NOTE/1abc', 'https://keep.google.com#1abc'],
    [`${DOC}/edit`, DOC],
    [`${DOC}`, DOC],
    [`${DOC}/edit?tab=t.0#heading=h.abc`, DOC],
    [`${DOC}/preview`, DOC],
    [`${DOC}/view?usp=sharing`, DOC],
    [`${DOC}/mobilebasic?pli=1`, DOC],
    [`${DOC}/copy`, DOC],
    ['https://docs.google.com/document/u/1/d/1aB-c_D/edit?tab=t.x#heading=h.y', DOC],
    ['https://docs.google.com/a/acme.com/document/d/1aB-c_D/edit', DOC],
    [
      'https://docs.google.com/document/d/e/2PACX-1v/pub?embedded=true',
      'https://docs.google.com/document/d/e/2PACX-1v/pub?embedded=true',
    ],
    [
      'https://docs.google.com/spreadsheets/u/0/d/1aB/edit?gid=5#gid=5',
      'https://docs.google.com/spreadsheets/d/1aB',
    ],
    ['https://docs.google.com/document/u/0/', 'https://docs.google.com/document/u/0'],
    [
      'https://drive.google.com/file/u/1/d/1aB/view?usp=drive_link',
      'https://drive.google.com/file/d/1aB',
    ],
    // Notion.
    [`https://www.notion.so/acme/My-review-${PAGE}?pvs=4`, `https://notion.so/${PAGE}`],
    [`https://www.notion.so/Another-title-${PAGE}#${PAGE}`, `https://notion.so/${PAGE}`],
    [`https://notion.so/01234567-89ab-CDEF-0123-456789abcdef`, `https://notion.so/${PAGE}`],
    [`https://acme.notion.site/My-review-${PAGE}`, `https://notion.so/${PAGE}`],
    [`https://app.notion.com/acme/${PAGE}`, `https://notion.so/${PAGE}`],
    [
      `https://www.notion.so/acme/${'f'.repeat(32)}?v=${'e'.repeat(32)}&p=${PAGE}&pm=s`,
      `https://notion.so/${PAGE}`,
    ],
    ['https://www.notion.so/product', 'https://notion.so/product'],
    // Confluence and Jira.
    ['https://acme.atlassian.net/wiki/spaces/PM/pages/98765/My+review', WIKI],
    ['https://acme.atlassian.net/wiki/spaces/PM/pages/98765', WIKI],
    ['https://acme.atlassian.net/wiki/spaces/~7120/pages/edit-v2/98765?draftShareId=x', WIKI],
    ['https://acme.atlassian.net/wiki/pages/viewpage.action?pageId=98765&x=1', WIKI],
    ['https://acme.atlassian.net/wiki/pages/resumedraft.action?draftId=98765', WIKI],
    [
      'https://wiki.acme.com/pages/editpage.action?pageId=7',
      'https://wiki.acme.com/pages/viewpage.action?pageId=7',
    ],
    [
      'https://wiki.acme.com:8443/c/spaces/PM/pages/7/Review',
      'https://wiki.acme.com:8443/c/pages/viewpage.action?pageId=7',
    ],
    ['https://wiki.acme.com/display/PM/My+review', 'https://wiki.acme.com/display/PM/My+review'],
    [
      'https://acme.atlassian.net/browse/PM-12?focusedCommentId=3',
      'https://acme.atlassian.net/browse/PM-12',
    ],
    [
      'https://acme.atlassian.net/jira/software/projects/PM/boards/1?selectedIssue=PM-12',
      'https://acme.atlassian.net/browse/PM-12',
    ],
    ['https://jira.acme.com/browse/PM-12?filter=-1', 'https://jira.acme.com/browse/PM-12'],
    ['https://acme.com/jira/browse/PM-12', 'https://acme.com/jira/browse/PM-12'],
    ['https://acme.atlassian.net/wiki/spaces/PM/blog/2026/11/03/98765/My+review', WIKI],
    ['https://acme.atlassian.net/wiki/spaces/PM/blog/edit-v2/98765', WIKI],
    // Office.
    [
      `https://acme.sharepoint.com/:w:/r/sites/pm/_layouts/15/Doc2.aspx?action=edit&sourcedoc=${encodeURIComponent(GUID)}&wdOrigin=TEAMS&wdhostclicktime=1719597164515&web=1`,
      OFFICE,
    ],
    [
      `https://acme.sharepoint.com/:w:/r/sites/pm/_layouts/15/Doc.aspx?sourcedoc=${GUID}&file=a.docx&action=default`,
      OFFICE,
    ],
    [
      `https://acme.sharepoint.com/sites/pm/_layouts/15/WopiFrame.aspx?sourcedoc=${encodeURIComponent(GUID)}&action=edit`,
      OFFICE,
    ],
    // No pages.
    ['file:///home/me/review.html#goals', 'file:///home/me/review.html'],
    ['about:blank', 'about:blank'],
    ['about:srcdoc#x', 'about:srcdoc'],
    ['blob:https://example.com/6d5c#x', 'blob:https://example.com/6d5c'],
    ['chrome-extension://abc/viewer.html#p=2', 'chrome-extension://abc/viewer.html'],
    ['not an address', 'not an address'],
    ['/review', '/review'],
    ['http://', 'http://'],
    ['https://exa mple.com/', 'https://exa mple.com/'],
    ['', ''],
  ])('%s', (url, key) => {
    expect(documentKey(url)).toBe(key);
    expect(documentKey(key)).toBe(key);
  });

  it('names a data: document by its length and hash', () => {
    const url = `data:text/html,${'x'.repeat(100_000)}`;
    expect(documentKey(url).length).toBeLessThan(40);
    expect(documentKey(`${url}#top`)).toBe(documentKey(url));
    expect(documentKey(documentKey(url))).toBe(documentKey(url));
    expect(documentKey(`${url.slice(0, -1)}y`)).not.toBe(documentKey(url));
  });
});

it.each([
  ['https://example.com/a', 'https://example.com/b'],
  ['https://example.com/?id=1', 'https://example.com/?id=2'],
  ['https://example.com/a', 'https://docs.example.com/a'],
  ['https://example.com/Review', 'https://example.com/review'],
  ['https://example.com:8080/a', 'https://example.com:9090/a'],
  ['https://example.com/#/a', 'https://example.com/#/b'],
  ['https://docs.google.com/document/d/1/edit', 'https://docs.google.com/document/d/2/edit'],
  ['https://mail.google.com/mail/u/0/#inbox/FMfA', 'https://mail.google.com/mail/u/0/#inbox/FMfB'],
  ['https://example.com/?pk_id=1', 'https://example.com/?pk_id=2'],
  ['https://wiki.acme.com/spaces/a/blog/2026/11', 'https://wiki.acme.com/spaces/a/blog/2026/10'],
  [
    'https://git.acme.com/projects/P/repos/r/browse/ADR-1?at=a',
    'https://git.acme.com/projects/P/repos/r/browse/ADR-1?at=b',
  ],
  ['https://docs.google.com/document/d/1/edit', 'https://docs.google.com/presentation/d/1/edit'],
  [
    'https://a.atlassian.net/wiki/spaces/P/pages/1/T',
    'https://b.atlassian.net/wiki/spaces/P/pages/1/T',
  ],
])('%s and %s are two documents', (one, other) => {
  expect(documentKey(one)).not.toBe(documentKey(other));
});

/** So many that whoever looks at what is left of them from each of them anew never comes to an end. */
const MANY = 1_000_000;

it.each([
  [
    'slashes',
    (run: string) => [`https://example.com/a${run}b`, `https://example.com/a${run}b`],
    '/',
  ],
  [
    'slashes at the end',
    (run: string) => [`https://example.com/a${run}`, 'https://example.com/a'],
    '/',
  ],
  [
    'slashes in a fragment',
    (run: string) => [`https://example.com#/a${run}b`, `https://example.com#/a${run}b`],
    '/',
  ],
])('comes to an end with any number of %s', (_what, make, sign) => {
  const [address = '', key] = make(sign.repeat(MANY));
  expect(documentKey(address)).toBe(key);
});

describe('documentKey', () => {
  const addresses = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string({ unit: 'binary' }),
    fc
      .tuple(
        fc.constantFrom(
          'http://',
          'https://www.',
          'https://docs.google.com/document/d/',
          'file:///',
        ),
        fc.constantFrom(
          '',
          'www.a.b',
          'x.atlassian.net/wiki/spaces/P/pages/1/',
          'a:80',
          'a.notion.site',
        ),
        fc.string({ unit: fc.constantFrom(...'aF0/.?&=#%:!~+ \\\'"[]é') }),
      )
      .map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('about:', 'blob:', 'data:', 'x:'), fc.string()).map((p) => p.join('')),
  );

  it('is its own key', () => {
    fc.assert(
      fc.property(addresses, (url) => {
        const key = documentKey(url);
        expect(documentKey(key)).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on tracking, order of parameters, fragment or trailing slash', () => {
    const name = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, name), { selector: ([key]) => key, maxLength: 5 }),
        fc.array(name),
        name,
        (parameters, path, noise) => {
          const plain = new URL(`https://example.com/${path.join('/')}`);
          const other = new URL(`http://www.example.com/${path.join('/')}/#${noise}`);
          for (const [key, value] of parameters) plain.searchParams.append(key, value);
          other.searchParams.append(`utm_${noise}`, noise);
          for (const [key, value] of parameters.toReversed()) other.searchParams.append(key, value);
          expect(documentKey(other.href)).toBe(documentKey(plain.href));
        },
      ),
    );
  });
});

it.each([
  [`${DOC}/edit?tab=t.0`, 't.0'],
  ['https://docs.google.com/document/u/1/d/1aB/edit?usp=x&tab=t.abc#heading=h.1', 't.abc'],
  [`${DOC}/edit`, undefined],
  [`${DOC}/edit?tab=`, undefined],
  ['https://example.com/?tab=t.0', undefined],
  ['about:blank', undefined],
  ['no address', undefined],
])('the tab of %s is %s', (url, tab) => {
  expect(documentTab(url)).toBe(tab);
});

it.each([
  ['the same tab', '?tab=t.0', '?tab=t.0', false],
  ['another tab', '?tab=t.0', '?tab=t.1', true],
  ['a page that names no tab', '?tab=t.0', '', false],
  ['evidence that names no tab', '', '?tab=t.1', false],
])('knows evidence of another tab of a document: %s', (_, source, page, other) => {
  expect(inAnotherTab(`${DOC}/edit${source}`, `${DOC}/edit${page}`)).toBe(other);
});

it('is the same however the escapes of a route are written, and space stands around it', () => {
  expect(documentKey('https://example.com/#/a%2fb')).toBe(
    documentKey('https://example.com/#/a%2Fb'),
  );
  expect(documentKey(' no address\n')).toBe('no address');
});

it.each([
  [`${DOC}/edit`, true],
  [`https://www.notion.so/acme/Review-${PAGE}`, true],
  [WIKI, true],
  ['https://example.com/reviews/12', false],
  ['https://mail.google.com/mail/u/0/#inbox/abc', false],
  ['about:blank', false],
  ['no address', false],
])('whether %s is of a site whose addresses name their documents: %s', (url, names) => {
  expect(namesDocument(url)).toBe(names);
});
