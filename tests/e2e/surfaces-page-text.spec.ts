import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { domSnapshot } from './harness/dom-snapshot';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { chromiumWithTagger, paintedIn, recordOf, type WithTagger } from './harness/tagger';

const WORDS = 'I led the billing migration and cut support tickets by forty per cent.';
const FIELD = 'Words in a field, of which some are evidence as well.';
const FILLER = '<p>Something else was written here, at some length, about another matter.</p>';

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>t</title>${body}`;

const PAGES = {
  '/elements': page(`<p>We <b>shipped</b> the <i>new</i>
      roadmap.</p><p>Second<br>line</p>${FILLER}`),
  '/hidden': page(`<div style="display:none" id="copy"><p>${WORDS}</p></div>
    <div style="visibility:hidden">${WORDS}</div><p id="seen">${WORDS}</p>${FILLER}`),
  '/shadow': page(`<p>Before.</p><x-card id="host"><span slot="name">slotted words</span></x-card>
    <p id="after">After the card.</p><script>
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<div><p id="in">Inside the card, <slot name="name"></slot> stand.</p></div>'</script>`),
  '/slots': page(`<style>.plain .aside { display: none }</style>
    <x-card id="host"><p slot="name">A name.</p><p>${WORDS}</p>
    <div id="more"><p class="aside">An aside.</p></div></x-card>${FILLER}<script>
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<slot name="name"></slot><div id="first"></div><slot></slot>'</script>`),
  '/quirks': `<p id="p">Old page <font>with words</font> in it.</p>${FILLER}`,
  '/xhtml.xhtml': {
    type: 'application/xhtml+xml',
    body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
      <body><p>An <em>XHTML</em> page with words.</p>
      <p>And <![CDATA[a section of characters]]> in it.</p></body></html>`,
  },
  '/unselectable': page(`<style>body{user-select:none}</style><p>${WORDS}</p>${FILLER}`),
  '/unselectable-beside': page(`<div class="bar">Back</div><p id="p">${WORDS}</p>
    <style>.bar { user-select: none }</style><div class="bar"><p>Like</p><p>Share</p></div>
    <p>Another one's words.</p>`),
  '/between': page(`<style>.handle, .number { user-select: none } .number { float: left }</style>
    <p id="p">I led the migration.</p>
    <details><summary>More</summary><p>Words of a log.</p></details>
    <div hidden="until-found">Words folded away.</div>
    <div style="display: contents"><div class="handle">Drag me</div><p>It was on time.</p></div>
    <div><div class="number">12</div><p>And it lasted.</p></div>${FILLER}`),
  '/unfolded-after': page(`<p id="p">${WORDS}</p>
    <details><summary style="user-select: none">More</summary><p>A log.</p></details>${FILLER}`),
  '/scrolling-form': page(`<form style="height: 150px; overflow: auto">${FILLER.repeat(40)}
    ${WORDS}<br><input value="${FIELD}">${FILLER.repeat(40)}</form>${FILLER}`),
  '/form': page(`<style>.sent p { display: none }</style>
    <form>${FILLER}<input value="${FIELD}"><p>${WORDS}</p><p>And nobody minded.</p></form>${FILLER}`),
  '/unselected-mark': page(`<style>sup { user-select: none }</style>
    <p>One<sup>[1]</sup> two and three.</p>${FILLER}`),
  '/picture-in-line': page(`<p>Led <svg width="9" height="9"><desc>Created with Sketch.</desc>
    <defs><text>Not drawn</text></defs></svg> the launch.</p>${FILLER}`),
  '/taken-out': page(`<p><span style="float: left">T</span>he quick fox saw
    docs<span style="position: absolute; left: -999px"> (in a new tab)</span>, and shipped.</p>`),
  '/opened-unseen': page(`<style>
      .panel { display: none } #tab:checked ~ .panel, [data-active] .panel { display: block }
      html.wide #by-root { display: block }
    </style>
    <p>Some words that are there all the time.</p>
    <input type="checkbox" id="tab"><div class="panel"><p>By a checkbox it came.</p></div>
    <div id="popover" popover><p>By a popover it came.</p></div>
    <div id="outer"><div class="panel"><p>By an attribute it came.</p></div></div>
    <div class="panel" id="by-root"><p>By the root it came.</p></div>`),
  '/collapsing': page(`<style>.collapsed .body { display: none }</style>
    <div id="card"><h3>Second quarter</h3><div class="body"><div><p>${WORDS}</p></div></div></div>
    ${FILLER}`),
  '/see-more': page(`<style>#more { display: block } .open #more { display: inline }</style>
    <section id="review">I know that <span id="more">${WORDS}</span> and nobody minded.</section>
    ${FILLER}`),
  '/odd': page(`<p id="p"></p>${FILLER}`),
  '/long': page(`${FILLER.repeat(200)}
    <div id="box" style="height:150px;overflow:auto">${FILLER.repeat(40)}
    <details><summary>More</summary><p>${WORDS}</p></details>${FILLER.repeat(40)}</div>
    ${FILLER.repeat(200)}`),
  '/live': page(`<div id="list">${FILLER}<p>${WORDS}</p>${FILLER}</div>`),
  '/much': page(`<p id="p"></p>`),
};

let site: Site;
let tagging: WithTagger<InChromium>;

beforeAll(async () => {
  site = await serve(PAGES);
  tagging = await chromiumWithTagger();
});

afterAll(async () => {
  await tagging?.close();
  await site?.close();
});

let opened = 0;

/** Opens a page under an address that no other test's tab has. */
async function open(path: keyof typeof PAGES) {
  const address = `${site.url(path)}?${++opened}.`;
  return { tab: await tagging.rung.open(address), tagger: tagging.in(address) };
}

async function describe(tab: Page, tagger: ReturnType<typeof tagging.in>, text: string) {
  await selectText(tab, text);
  return recordOf(text, await tagger.quote());
}

it('reads a selection across elements as it is seen, without white space at its ends', async () => {
  const { tab, tagger } = await open('/elements');

  await tab.evaluate(() => {
    const [first, second] = document.querySelectorAll('p');
    getSelection()?.setBaseAndExtent(first as Element, 1, second?.lastChild as Text, 4);
  });

  expect(await tagger.quote()).toMatchObject({
    exact: 'shipped the new roadmap.\nSecond\nline',
    prefix: 'We ',
    suffix: '\nSomething else was written here, at some length, about another matter.',
  });
});

it('passes over hidden copies of a text, when reading and when painting', async () => {
  const { tab, tagger } = await open('/hidden');
  const quote = { exact: 'the billing migration', prefix: 'I led ', suffix: ' and cut' };

  await tagger.paint([recordOf('one', quote)]);

  const painted = await tab.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((range) => (range as Range).startContainer.parentElement?.id),
    ),
  );
  expect(painted).toEqual(['seen']);

  await tab.evaluate(() => document.getElementById('seen')?.remove());
  await expect.poll(() => tagger.state('one')).toBe('orphan');
  await tab.evaluate(() => document.getElementById('copy')?.removeAttribute('style'));
  await expect.poll(() => paintedIn(tab)).toEqual(['the billing migration']);
});

it('reads and paints in open shadow roots, with slotted words in their place', async () => {
  const { tab, tagger } = await open('/shadow');

  await tab.evaluate(() => {
    const root = document.getElementById('host')?.shadowRoot;
    const inside = root?.getElementById('in')?.firstChild as Text;
    getSelection()?.setBaseAndExtent(inside, 7, inside, 15);
  });
  expect(await tagger.quote()).toMatchObject({
    exact: 'the card',
    prefix: 'Before.\nInside ',
    suffix: ', slotted words stand.\nAfter the card.',
  });

  const quote = { exact: 'card, slotted words stand', prefix: 'Inside the ', suffix: '.' };
  await tagger.paint([recordOf('one', quote)]);
  expect(await paintedIn(tab)).toEqual([' stand', 'card, ', 'slotted words']);
});

it('follows what a slot takes over from another, and a child that goes to another slot', async () => {
  const { tab, tagger } = await open('/slots');
  const quote = { exact: 'the billing migration', prefix: 'I led ', suffix: ' and cut' };
  const aside = { exact: 'An aside', prefix: '', suffix: '.' };
  await tagger.paint([recordOf('one', quote), recordOf('aside', aside)]);
  await expect.poll(() => paintedIn(tab)).toEqual(['An aside', 'the billing migration']);

  const shown = (ids: string[]) =>
    expect
      .poll(() => Promise.all(ids.map((id) => tagger.state(id))))
      .toEqual(ids.map(() => 'same'));
  await tab.evaluate(() => {
    const first = document.getElementById('host')?.shadowRoot?.getElementById('first');
    first?.append(document.createElement('slot'));
    first?.setAttribute('style', 'display: none');
  });
  await expect.poll(() => tagger.state('one')).toBe('orphan');
  await tab.evaluate(() => {
    const first = document.getElementById('host')?.shadowRoot?.getElementById('first');
    first?.querySelector('slot')?.remove();
  });
  await shown(['one', 'aside']);

  await tab.evaluate(() => {
    const more = document.getElementById('more');
    more?.setAttribute('class', 'plain');
    more?.setAttribute('slot', 'name');
  });
  await expect.poll(() => tagger.state('aside')).toBe('orphan');
});

it.each([
  ['a page in quirks mode', '/quirks', 'with words'],
  ['an XHTML page', '/xhtml.xhtml', 'XHTML page'],
  ['characters that XHTML marks as such', '/xhtml.xhtml', 'section of characters'],
  ['a page that lets nobody select', '/unselectable', 'billing migration'],
] as const)('reads and paints on %s', async (_what, path, text) => {
  const { tab, tagger } = await open(path);
  const record = await describe(tab, tagger, text);

  expect(record.quote.exact).toBe(text);
  await tagger.paint([record]);
  expect(await paintedIn(tab)).toEqual([text]);
});

it.each([
  ['a mark that cannot be selected', '/unselected-mark', 'One two and three.'],
  ['what a picture says of itself', '/picture-in-line', 'Led the launch.'],
] as const)('leaves out %s', async (_what, path, text) => {
  const { tab, tagger } = await open(path);
  await tab.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') as Node));
  expect((await tagger.quote()).exact).toBe(text);
});

it('leaves out what cannot be selected between a paragraph that is clicked and the next', async () => {
  const { tab, tagger } = await open('/unselectable-beside');
  await tab.locator('#p').click({ clickCount: 3 });
  expect((await tagger.quote()).exact).toBe(WORDS);

  await tab.evaluate(() => getSelection()?.selectAllChildren(document.body));
  expect((await tagger.quote()).exact).toBe(`${WORDS}\nAnother one's words.`);
});

it('leaves out what is folded away, or cannot be selected, between the words of a selection', async () => {
  const { tab, tagger } = await open('/between');
  await tab.evaluate(() => getSelection()?.selectAllChildren(document.body));
  const all = await tagger.quote();
  expect(all.exact).toBe(
    `I led the migration.\nMore\nIt was on time.\nAnd it lasted.\n${FILLER.slice(3, -4)}`,
  );

  await tab.evaluate(() => {
    const last = [...document.querySelectorAll('p')].find((p) => /lasted/.test(p.textContent));
    const [first, end] = [document.querySelector('#p')?.firstChild, last?.firstChild];
    getSelection()?.setBaseAndExtent(first as Text, 2, end as Text, 6);
  });
  const quote = await tagger.quote();
  expect(quote.exact).toBe('led the migration.\nMore\nIt was on time.\nAnd it');
  await tagger.paint([recordOf('one', quote)]);
  expect(await tagger.state('one')).toBe('same');

  await tab.evaluate(() => {
    document.querySelector('details')?.setAttribute('open', '');
    document.body.prepend('Something new.');
  });
  await expect.poll(() => paintedIn(tab)).toEqual([expect.stringContaining('Words of a log.')]);
  expect(await tagger.state('one')).toBe('same');
  expect((await tagger.read()).ok).toBe(true);
});

it('takes the paragraph that is clicked, and not what is folded away behind it', async () => {
  const { tab, tagger } = await open('/unfolded-after');
  await tab.locator('#p').click({ clickCount: 3 });
  expect((await tagger.quote()).exact).toBe(WORDS);
});

it('reads what is folded away where nothing else is selected', async () => {
  const { tab, tagger } = await open('/between');
  await tab.evaluate(() =>
    getSelection()?.selectAllChildren(document.querySelector('details p') as Node),
  );
  expect((await tagger.quote()).exact).toBe('Words of a log.');
});

it.each([
  'nodeType',
  'parentNode',
  'parentElement',
  'childNodes',
  'firstChild',
  'nextSibling',
  'children',
  'textContent',
  'localName',
  'isConnected',
  'shadowRoot',
  'assignedSlot',
  'contains',
  'matches',
])('reads and follows a form with a field named %s, which it gives for its own', async (name) => {
  const both = `${WORDS}\nAnd nobody minded.`;
  const { tab, tagger } = await open('/form');
  await tab.evaluate((field) => document.querySelector('input')?.setAttribute('name', field), name);
  await tab.evaluate(() => {
    const [, first, second] = document.querySelectorAll('p');
    getSelection()?.setBaseAndExtent(first as Node, 0, second as Node, 1);
  });
  const record = recordOf(both, await tagger.quote());
  expect(record.quote).toMatchObject({ exact: both, prefix: expect.stringMatching(/matter\.\n$/) });
  const inField = recordOf(FIELD, { exact: 'some are evidence', prefix: '', suffix: '' });
  await tagger.paint([record, inField]);
  await expect.poll(() => paintedIn(tab)).toContainEqual(expect.stringContaining('nobody minded'));
  expect(await tagger.state(FIELD)).toBe('same');
  expect(await tagger.goTo(record)).toBe(true);

  await tab.evaluate(() => document.querySelector('form')?.setAttribute('class', 'sent'));
  await expect.poll(() => tagger.state(both)).toBe('orphan');
  await tab.evaluate(() => document.querySelector('form')?.removeAttribute('class'));
  await expect.poll(() => tagger.state(both)).toBe('same');
  await tab.evaluate(() => document.querySelector('form')?.remove());
  await expect.poll(() => tagger.state(both)).toBe('orphan');
});

it.each([
  'getBoundingClientRect',
  'getClientRects',
  'getRootNode',
  'getAttribute',
  'querySelector',
  'querySelectorAll',
  'addEventListener',
  'checkVisibility',
  'compareDocumentPosition',
  'isContentEditable',
  'ownerDocument',
  'scrollIntoView',
  'scrollBy',
  'scrollTop',
  'scrollHeight',
  'clientHeight',
])('paints in a form that scrolls, and goes to words in it, by a field named %s', async (name) => {
  const { tab, tagger } = await open('/scrolling-form');
  await tab.evaluate((field) => document.querySelector('input')?.setAttribute('name', field), name);
  const record = await describe(tab, tagger, 'the billing migration');
  const inField = recordOf(FIELD, { exact: 'some are evidence', prefix: '', suffix: '' });
  await tagger.paint([record, inField]);
  await expect.poll(() => paintedIn(tab)).toEqual(['some are evidence', 'the billing migration']);

  await tab.evaluate(() => {
    const form = document.querySelector('form') as HTMLFormElement;
    Element.prototype.scrollTo.call(form, 0, 0);
  });
  expect(await tagger.goTo(record)).toBe(true);
  const isInside = await tab.evaluate(() => {
    const [range] = [...(CSS.highlights.get('u7e-m') ?? [])] as Range[];
    const form = document.querySelector('form') as HTMLFormElement;
    const around = Element.prototype.getBoundingClientRect.call(form);
    const rect = range?.getBoundingClientRect();
    return rect && rect.height > 0 && rect.top >= around.top && rect.bottom <= around.bottom;
  });
  expect(isInside).toBe(true);
});

it('keeps in its line what is only shown elsewhere', async () => {
  const { tab, tagger } = await open('/taken-out');
  await tab.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') as Node));
  expect((await tagger.quote()).exact).toBe('The quick fox saw docs (in a new tab), and shipped.');
});

it.each([
  ['a checkbox', 'By a checkbox it came.', () => document.getElementById('tab')?.click()],
  ['a popover', 'By a popover it came.', () => document.getElementById('popover')?.showPopover()],
  [
    'an attribute',
    'By an attribute it came.',
    () => document.getElementById('outer')?.setAttribute('data-active', ''),
  ],
  ['the root', 'By the root it came.', () => document.documentElement.classList.add('wide')],
])('reads what %s brought to light while evidence is shown', async (_what, text, show) => {
  const { tab, tagger } = await open('/opened-unseen');
  const known = await describe(tab, tagger, 'Some words that are there all the time.');
  const quote = { exact: text, prefix: '', suffix: '' };
  await tagger.paint([known, recordOf('hidden', quote)]);
  expect(await tagger.state('hidden')).toBe('orphan');

  await tab.evaluate(show);
  await selectText(tab, text);
  expect((await tagger.quote()).exact).toBe(text);
  await expect.poll(() => tagger.state('hidden')).toBe('same');
});

it.each([
  ['emoji', 'a 👩‍👩‍👧 family 🎉 party b', '👩‍👩‍👧 family 🎉'],
  ['right to left', 'ראשון שלום עולם אחרון', 'שלום עולם'],
  ['zero-width and NUL characters', 'a\u200Bb\u0000c d\u200De f', 'b\u0000c d\u200De'],
  ['HTML', 'see <b onclick="x()">this</b> & that', '<b onclick="x()">this</b>'],
])('keeps %s in a quote as it is', async (_what, text, part) => {
  const { tab, tagger } = await open('/odd');
  await tab.evaluate(
    ({ text, part }) => {
      const node = document.createTextNode(text);
      document.getElementById('p')?.replaceChildren(node);
      const start = text.indexOf(part);
      getSelection()?.setBaseAndExtent(node, start, node, start + part.length);
    },
    { text, part },
  );

  const quote = await tagger.quote();
  expect(quote.exact).toBe(part);
  await tagger.paint([recordOf('one', quote)]);
  expect(await paintedIn(tab)).toEqual([part]);
});

it('explains an empty selection, a blank one and one of five megabytes', async () => {
  const { tab, tagger } = await open('/much');
  expect(await tagger.read()).toEqual({ ok: false, why: 'nothing-selected' });

  await tab.evaluate(() => {
    const node = document.createTextNode(' \u200B\u00A0 ');
    document.getElementById('p')?.replaceChildren(node);
    getSelection()?.selectAllChildren(document.body);
  });
  expect(await tagger.read()).toEqual({ ok: false, why: 'nothing-selected' });

  await tab.evaluate(() => {
    document.getElementById('p')?.replaceChildren('words of some length '.repeat(250_000));
    getSelection()?.selectAllChildren(document.body);
  });
  expect(await tagger.read()).toEqual({ ok: false, why: 'too-large' });
});

it('goes to a passage in a scrolling element inside closed details', async () => {
  const { tab, tagger } = await open('/long');
  const quote = { exact: 'billing migration', prefix: 'I led the ', suffix: ' and cut' };

  expect(await tagger.goTo(recordOf('one', quote))).toBe(true);

  const seen = await tab.evaluate(() => {
    const rect = [...(CSS.highlights.get('u7e-m') ?? [])].map((range) =>
      (range as Range).getBoundingClientRect(),
    )[0];
    const box = document.getElementById('box')?.getBoundingClientRect();
    if (!rect || !box) return 'not marked';
    const inBox = rect.top >= box.top && rect.bottom <= box.bottom;
    return inBox && rect.height > 0 && rect.top >= 0 && rect.bottom <= innerHeight;
  });
  expect(seen).toBe(true);
});

it('follows the page: edits before and in a passage, its removal and its return', async () => {
  const { tab, tagger } = await open('/live');
  const record = await describe(tab, tagger, 'cut support tickets by forty per cent');
  await tagger.paint([record]);

  await tab.evaluate(() => {
    const text = document.querySelector('#list p:nth-child(2)')?.firstChild as Text;
    text.insertData(0, 'Last year, ');
    text.replaceData(text.data.indexOf('forty'), 5, 'fifty');
  });
  await expect.poll(() => paintedIn(tab)).toEqual(['cut support tickets by fifty per cent']);
  expect(await tagger.state(record.id)).toBe('edited');

  await tab.evaluate(() => {
    const passage = document.querySelector('#list p:nth-child(2)') as Element;
    Object.assign(window, { passage });
    passage.remove();
  });
  await expect.poll(() => paintedIn(tab)).toEqual([]);
  expect(await tagger.state(record.id)).toBe('orphan');

  await tab.evaluate(() => {
    const { passage } = window as unknown as { passage: Element };
    document.getElementById('list')?.append(passage);
  });
  await expect.poll(() => paintedIn(tab)).toEqual(['cut support tickets by fifty per cent']);
});

it('shows a passage again that a class around it hid for a while', async () => {
  const { tab, tagger } = await open('/collapsing');
  const record = await describe(tab, tagger, 'cut support tickets by forty per cent');
  await tagger.paint([record]);
  const setClass = (name: string) =>
    tab.evaluate((name) => {
      (document.getElementById('card') as Element).className = name;
    }, name);
  for (let time = 0; time < 2; time++) {
    await setClass('collapsed');
    await expect.poll(() => tagger.state(record.id)).toBe('orphan');
    await setClass('');
    await expect.poll(() => tagger.state(record.id)).toBe('same');
    expect(await paintedIn(tab)).toEqual(['cut support tickets by forty per cent']);
  }
});

it('reads what had lines of its own before in the line that it stands in now', async () => {
  const { tab, tagger } = await open('/see-more');
  const record = await describe(tab, tagger, 'cut support tickets');
  await tagger.paint([record]);

  await tab.evaluate(() => {
    (document.getElementById('review') as Element).className = 'open';
  });
  await expect.poll(() => paintedIn(tab)).toEqual(['cut support tickets']);
  await selectText(tab, 'billing migration');
  expect(await tagger.quote()).toMatchObject({ exact: 'billing migration' });
  await tab.evaluate(() => {
    const more = document.getElementById('more') as Element;
    (more.firstChild as Text).insertData(0, 'in spring ');
  });
  await selectText(tab, 'in spring I led');
  expect(await tagger.quote()).toMatchObject({
    exact: 'in spring I led',
    prefix: expect.stringContaining('I know that '),
  });
});

it('leaves the page as it was, while painted and after', async () => {
  const { tab, tagger } = await open('/live');
  const before = await domSnapshot(tab);
  const record = await describe(tab, tagger, 'billing migration');

  await tagger.paint([record]);
  expect(await paintedIn(tab)).toEqual(['billing migration']);
  expect(await domSnapshot(tab)).toBe(before);

  await tagger.ask({ type: 'unpaint' });
  expect(await paintedIn(tab)).toEqual([]);
  expect(await domSnapshot(tab)).toBe(before);
});
