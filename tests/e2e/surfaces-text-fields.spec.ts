import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quote } from '../../data/quote';
import type { InChromium } from './harness/chromium';
import { readPng } from './harness/png';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { chromiumWithTagger, paintedIn, recordOf, type WithTagger } from './harness/tagger';

const TEXT =
  'In spring I led the billing migration with two teams.\n\nIt cut support tickets by forty per cent, and nobody had to work a weekend for it.';

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>t</title>${body}`;

const PAGES = {
  '/fields': page(`<p>A page around it.</p>
    <textarea id="area" style="width:320px;height:90px;font:15px/1.4 serif;padding:7px"></textarea>
    <input id="line" style="width:180px"><div style="height:2000px"></div>`),
  '/pane':
    page(`<style>body { margin: 0 }</style><div style="height: 120px; background: #102030"></div>
    <div id="pane" style="height: 200px; overflow: auto">
      <textarea id="area" style="width: 320px; height: 90px; margin: 20px"></textarea>
      <div style="height: 2000px"></div></div>`),
  '/shadow': page(`<x-form id="host"></x-form><script>
    host.attachShadow({ mode: 'open' }).innerHTML = '<textarea id="area"></textarea>'</script>`),
  '/sticky':
    page(`<header style="position: sticky; top: 0; height: 60px; background: #fff"></header><p style="height: 1500px"></p><textarea id="area" style="width: 600px; height: 90px"></textarea>
    <p style="height: 2000px"></p><footer style="position: sticky; bottom: 0; height: 40px; background: #fff"></footer>`),
  '/form': page(
    Array.from(
      { length: 10 },
      (_, n) =>
        `<p><textarea id="answer-${n}" rows="2" cols="70">Answer ${n}: I did the same thing for customers in quarter ${n % 4}.</textarea></p>`,
    ).join(''),
  ),
  '/curtain': page(`<textarea id="area" style="width: 600px; height: 90px"></textarea>
    <div style="position: fixed; inset: 0"></div>`),
  '/drawer': page(`<style>
      #drawer { position: fixed; inset: 0; background: #fff; transition: translate 0.2s }
      #drawer.closed { translate: 100% }
      #area { transition: opacity 0.2s }
      .faded #area { opacity: 0 }
    </style><textarea id="area" style="width: 600px; height: 90px"></textarea>
    <div id="drawer" class="closed"><p>The words of a drawer</p></div>`),
  '/both-ways': page(
    '<textarea id="area" dir="auto" style="width: 400px; height: 90px"></textarea>',
  ),
  '/secrets': page(`<p>Some words.</p><input type="password" id="a" value="secret words">
    <input autocomplete="one-time-code" id="b" value="secret words">
    <input autocomplete="section-x cc-number" id="c" value="secret words">
    <input name="otp_code" id="d" value="secret words">
    <input style="-webkit-text-security:disc" id="e" value="secret words">
    <input type="email" autocomplete="one-time-code" id="f" value="secret words">
    <input type="tel" name="passcode" id="g" value="secret words">
    <input type="number" name="pin" id="h" value="482913">`),
  '/handed-in': page(`<p>A page around it.</p>
    <textarea id="area" disabled rows="3" cols="70">${TEXT}</textarea>
    <fieldset disabled><input id="line" size="70" value="We cut support tickets by half."></fieldset>
    <input id="secret" type="password" disabled value="secret words">`),
  '/handed-in-shadow': page(`<p>A page around it.</p><x-form id="host"></x-form><script>
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = \`<p>Words in the root.</p>
      <textarea id="area" disabled rows="3" cols="70">${TEXT}</textarea><x-line></x-line>\`;
    root.querySelector('x-line').attachShadow({ mode: 'open' }).innerHTML =
      '<input id="line" disabled size="70" value="We cut support tickets by half.">'</script>`),
  '/hidden': page(`<p>Some words.</p><textarea style="display:none">the hidden words</textarea>`),
  '/dialog': page(`<dialog id="dialog"><textarea id="area"></textarea></dialog>
    <script>dialog.showModal()</script>`),
  '/two-levels': page(`<textarea id="below">${TEXT}</textarea>
    <dialog id="dialog"><x-form id="host"></x-form></dialog><script>
      host.attachShadow({ mode: 'open' }).innerHTML = '<textarea id="area"></textarea>';
      globalThis.toggled = 0;
      addEventListener('toggle', () => toggled++, true);
      dialog.showModal()</script>`),
};

/** In functions that run in the page. */
declare const toggled: number;

let site: Site;
let tagging: WithTagger<InChromium>;
let opened = 0;

beforeAll(async () => {
  site = await serve(PAGES);
  tagging = await chromiumWithTagger();
});

afterAll(async () => {
  await tagging?.close();
  await site?.close();
});

async function open(path: keyof typeof PAGES) {
  const address = `${site.url(path)}?${++opened}.`;
  return { tab: await tagging.rung.open(address), tagger: tagging.in(address) };
}

/** Fills a field and selects a part of its text. */
async function fill(tab: Page, field: string, text: string, part: string): Promise<void> {
  await tab.locator(field).fill(text);
  await tab.locator(field).evaluate(
    (element, [start, end]) => {
      (element as HTMLTextAreaElement).setSelectionRange(start as number, end as number);
    },
    offsetsOf(text, part),
  );
}

function quoteIn(part: string): Quote {
  const [start, end] = offsetsOf(TEXT, part);
  return { exact: part, prefix: TEXT.slice(0, start), suffix: TEXT.slice(end), start, end };
}

function offsetsOf(text: string, part: string): [number, number] {
  return [text.indexOf(part), text.indexOf(part) + part.length];
}

it.each([
  ['a text area', '/fields', '#area', 'support tickets by forty'],
  ['a line of input', '/fields', '#line', 'billing migration'],
  ['a field in an open shadow root', '/shadow', '#area', 'billing migration'],
  ['a field in a modal dialog', '/dialog', '#area', 'support tickets'],
] as const)('reads and paints exactly what is selected in %s', async (_what, path, field, part) => {
  const { tab, tagger } = await open(path);
  const text = field === '#line' ? TEXT.replaceAll('\n', ' ') : TEXT;
  await fill(tab, field, text, part);

  const reply = await tagger.read();
  const [start, end] = offsetsOf(text, part);
  expect(reply).toMatchObject({ draft: { surface: 'field', quote: { exact: part, start, end } } });

  const { quote } = (reply as { draft: { quote: Quote } }).draft;
  await tagger.paint([recordOf('one', quote, { surface: 'field' })]);
  expect(await paintedIn(tab)).toEqual([part]);
});

it('paints the field whose answer was tagged, of several that say the same', async () => {
  const part = 'I did the same thing for customers';
  const tag = async (field: string) => {
    const { tab, tagger } = await open('/form');
    // Of this one it is the whole answer, which earlier ones say among other words.
    await tab.locator('#answer-5').fill(part);
    const text = await tab.locator(field).inputValue();
    await fill(tab, field, text, part);
    return { tab, tagger, quote: await tagger.quote() };
  };
  const third = await tag('#answer-3');
  const whole = await tag('#answer-5');
  const { tab, tagger, quote } = await tag('#answer-8');
  await tagger.paint([
    recordOf('third', third.quote, { surface: 'field' }),
    recordOf('whole', whole.quote, { surface: 'field' }),
    recordOf('eighth', quote, { surface: 'field' }),
  ]);
  const tops = await tab.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .map((range) => (range as Range).getBoundingClientRect().top)
      .sort((a, b) => a - b),
  );
  for (const [index, name] of ['#answer-3', '#answer-5', '#answer-8'].entries()) {
    const box = await tab.locator(name).boundingBox();
    expect(tops[index]).toBeGreaterThan(box?.y ?? 0);
    expect(tops[index]).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0));
  }
});

/** Where what is painted in a page stands, in its viewport. */
const paintedAt = (tab: Page) =>
  tab.evaluate(() => {
    const [range] = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    const { top, right } = (range as Range).getBoundingClientRect();
    return { top, right };
  });

/** Whether what is painted can be seen, by the colour in its upper corner. */
async function isTinted(tab: Page): Promise<boolean> {
  const { top, right } = await paintedAt(tab);
  const picture = readPng(await tab.screenshot({ scale: 'css', caret: 'hide' }));
  const [red, , blue] = picture.at(right - 2, top + 2);
  return red !== blue;
}

it('follows a field in a shadow root that scrolls by itself', async () => {
  const { tab, tagger } = await open('/shadow');
  await fill(tab, '#area', TEXT.repeat(9), 'billing migration');
  const record = recordOf('one', await tagger.quote(), { surface: 'field' });
  await tab.locator('#area').evaluate((element) => element.blur());
  await tab.locator('#area').evaluate((element) => element.scrollTo(0, 0));
  await tagger.paint([record]);
  // What comes with painting is done by then, and no frame of it looks at the field any more.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const { top } = await paintedAt(tab);

  await tab.locator('#area').evaluate((element) => element.scrollTo(0, 30));
  await expect.poll(async () => Math.round((await paintedAt(tab)).top)).toBe(Math.round(top - 30));
});

it.each([
  ['a header', 'header', -20],
  ['a footer', 'footer', 20],
] as const)('paints nothing over %s that its field is scrolled under', async (_, bar, past) => {
  const { tab, tagger } = await open('/sticky');
  await fill(tab, '#area', TEXT, 'spring I led');
  await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);
  const colours = async (box: { x: number; y: number; width: number; height: number }) => {
    const picture = readPng(await tab.screenshot({ scale: 'css', caret: 'hide' }));
    const found = new Set<string>();
    for (let y = box.y; y < box.y + box.height; y++) {
      for (let x = box.x; x < box.x + box.width; x++) found.add(`${picture.at(x, y)}`);
    }
    return [...found];
  };
  // The passage is in the field's first line.
  await tab.locator('#area').evaluate(
    (field, [name, by]) => {
      const edge = document.querySelector(name)?.getBoundingClientRect();
      const goal = name === 'header' ? (edge?.bottom ?? 0) + by : (edge?.top ?? 0) + by - 20;
      scrollBy({ top: field.getBoundingClientRect().top - goal, behavior: 'instant' });
    },
    [bar, past] as const,
  );
  await new Promise((r) => setTimeout(r, 500));
  const place = await tab.locator(bar).boundingBox();
  if (!place) throw new Error('The bar is not shown.');
  await expect.poll(() => colours(place)).toEqual(['255,255,255']);

  // Closed, as a notice is: nothing moves, and the field is there again with its marks.
  await tab.locator(bar).evaluate((one) => {
    one.style.width = '0';
  });
  await expect.poll(() => isTinted(tab)).toBe(true);
});

it('paints under a curtain that one can see through', async () => {
  const { tab, tagger } = await open('/curtain');
  await fill(tab, '#area', TEXT, 'spring I led');
  await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);
  await tab.locator('#area').evaluate((field) => field.blur());
  expect(await isTinted(tab)).toBe(true);
});

it.each([
  ['a drawer is opened over its field', '#drawer', 'closed'],
  ['its field has faded', 'body', 'faded'],
])('paints nothing where %s', async (_, what, name) => {
  const { tab, tagger } = await open('/drawer');
  await fill(tab, '#area', TEXT, 'spring I led');
  await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);
  await tab.locator('#area').evaluate((field) => field.blur());
  await expect.poll(() => isTinted(tab)).toBe(true);
  const toggle = () => tab.locator(what).evaluate((one, its) => one.classList.toggle(its), name);
  await toggle();
  await expect.poll(() => isTinted(tab)).toBe(false);
  await toggle();
  await expect.poll(() => isTinted(tab)).toBe(true);
});

it('adds no words to the page that could be selected, copied or found', async () => {
  const { tab, tagger } = await open('/fields');
  await fill(tab, '#area', TEXT, 'spring I led');
  await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);
  await tab.locator('#area').evaluate((field) => field.blur());
  const words = await tab.evaluate(() => {
    getSelection()?.selectAllChildren(document.documentElement);
    return String(getSelection());
  });
  expect(words).toContain('A page around it.');
  expect(words).not.toContain('spring');
  const found = await tab.evaluate(() => {
    getSelection()?.removeAllRanges();
    const find = (globalThis as unknown as { find(words: string): boolean }).find;
    return [find('two teams'), find('two teams')];
  });
  expect(found).toEqual([true, false]);
  await expect.poll(() => isTinted(tab)).toBe(true);
});

it('paints each paragraph at the side where the field has it', async () => {
  const { tab, tagger } = await open('/both-ways');
  const part = '\u05e9\u05dc\u05d5\u05dd';
  await fill(tab, '#area', `We shipped.\n${part} \u05e2\u05d5\u05dc\u05dd`, part);
  await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);

  const field = await tab.locator('#area').boundingBox();
  const right = (field?.x ?? 0) + (field?.width ?? 0);
  expect(right - (await paintedAt(tab)).right).toBeLessThan(30);
});

it('draws over a field in a dialog and over one beneath it, lifted once for both', async () => {
  const { tab, tagger } = await open('/two-levels');
  await fill(tab, '#area', TEXT, 'support tickets');
  const record = recordOf('one', await tagger.quote(), { surface: 'field' });
  await tagger.paint([record, recordOf('two', quoteIn('billing migration'), { surface: 'field' })]);
  // Of a thing that is never done, so long is enough to see that it is not done for each frame.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await tab.evaluate(() => toggled)).toBeLessThanOrEqual(2);
  expect(await tab.locator('html > [popover]').count()).toBe(1);

  await tab.evaluate(() => (document.querySelector('dialog') as HTMLDialogElement).close());
  await expect.poll(() => tab.locator('html > [popover]').count()).toBe(0);
});

it.each(['search', 'url', 'tel'])(
  'reads and paints exactly what is selected in a field of type %s',
  async (type) => {
    const { tab, tagger } = await open('/fields');
    await setType(tab, type);
    const text = 'https://notes.example/42?of=us#notes';
    await fill(tab, '#line', text, 'notes.example/42');

    const reply = await tagger.read();
    const [start, end] = offsetsOf(text, 'notes.example/42');
    expect(reply).toMatchObject({
      draft: { surface: 'field', quote: { exact: 'notes.example/42', start, end } },
    });
    await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);
    expect(await paintedIn(tab)).toEqual(['notes.example/42']);
    expect(tagging.rung.watched.errors).toEqual([]);
  },
);

describe.each([
  ['email', 'ines.ravi@billing.example', 'ines'],
  ['number', '4219530', '4219'],
])('a field of type %s, which does not tell where its selection is', (type, text, part) => {
  /** Selects the first units of the field with keys: no script can. */
  async function select(tab: Page, value: string, count: number) {
    await setType(tab, type);
    await tab.locator('#line').fill(value);
    await tab.locator('#line').press('Home');
    for (let at = 0; at < count; at++) await tab.keyboard.press('Shift+ArrowRight');
  }

  it('is read and painted by the words that are selected', async () => {
    const { tab, tagger } = await open('/fields');
    await select(tab, text, part.length);
    expect(await tagger.read()).toMatchObject({
      draft: { surface: 'field', quote: { exact: part, start: 0, end: part.length } },
    });
    await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);
    expect(await paintedIn(tab)).toEqual([part]);
    expect(tagging.rung.watched.errors).toEqual([]);
  });

  it('gives words without a place where they stand in it twice', async () => {
    const { tab, tagger } = await open('/fields');
    const twice = part + part;
    await select(tab, twice, part.length);
    expect(await tagger.quote()).toEqual({ exact: part, prefix: '', suffix: '' });
  });

  it("has nothing selected with a caret in it, and what the page has selected is the page's", async () => {
    const { tab, tagger } = await open('/fields');
    await select(tab, text, 0);
    expect(await tagger.read()).toMatchObject({ ok: false, why: 'nothing-selected' });

    await selectText(tab, 'A page around it.');
    expect(await focusedId(tab)).toBe('line');
    expect(await tagger.read()).toMatchObject({
      draft: { surface: 'page', quote: { exact: 'A page around it.' } },
    });
    expect(tagging.rung.watched.errors).toEqual([]);
  });
});

describe('a field that is disabled, as in a review that was handed in', () => {
  /** Selects with the mouse, from the field's first line to its right edge. */
  async function drag(tab: Page, id: string) {
    const box = await tab.locator(id).boundingBox();
    if (!box) throw new Error(`There is no ${id}.`);
    await tab.mouse.move(box.x + 1, box.y + 8);
    await tab.mouse.down();
    await tab.mouse.move(box.x + box.width - 2, box.y + 8, { steps: 4 });
    await tab.mouse.up();
  }

  it.each([
    ['/handed-in', '#area', 'In spring I led the billing migration with two teams.'],
    ['/handed-in', '#line', 'We cut support tickets by half.'],
    ['/handed-in-shadow', '#area', 'In spring I led the billing migration with two teams.'],
    ['/handed-in-shadow', '#line', 'We cut support tickets by half.'],
  ] as const)(
    'is read and painted by the words that are selected: %s %s',
    async (path, id, exact) => {
      const { tab, tagger } = await open(path);
      await drag(tab, id);
      expect(await tagger.read()).toMatchObject({ draft: { surface: 'field', quote: { exact } } });
      await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);
      expect(await paintedIn(tab)).toEqual([exact]);
      expect(tagging.rung.watched.errors).toEqual([]);
    },
  );

  it('is left once something else is selected', async () => {
    const { tab, tagger } = await open('/handed-in');
    await drag(tab, '#line');
    await selectText(tab, 'A page around it.');
    expect(await tagger.read()).toMatchObject({
      draft: { surface: 'page', quote: { exact: 'A page around it.' } },
    });
  });

  it('is not meant where words beside it are selected in the component that it is in', async () => {
    const { tab, tagger } = await open('/handed-in-shadow');
    await drag(tab, '#area');
    await tab.locator('#host p').click({ clickCount: 3 });
    expect(await tagger.read()).toMatchObject({
      draft: { surface: 'page', quote: { exact: 'Words in the root.' } },
    });
  });

  it('is not read where it is a secret one', async () => {
    const { tab, tagger } = await open('/handed-in');
    await drag(tab, '#secret');
    expect(await tagger.read()).toMatchObject({ ok: false, why: 'secret-field' });
  });
});

it.each([
  ['in a page', '/* as it is */'],
  ['where the page is drawn larger', 'html { zoom: 1.25 }'],
  ['where its body is', 'body { zoom: 1.25 }'],
])(
  'paints over the very letters, also after scrolling, resizing and typing, %s',
  async (_, css) => {
    const { tab, tagger } = await open('/fields');
    await tab.addStyleTag({ content: css });
    const part = 'nobody had to work';
    await fill(tab, '#area', TEXT, part);
    await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);

    const atTheLetters = async () => {
      // Where the field itself draws the letters is seen by selecting them.
      const painted = await boxOfPainted(tab);
      const ink = await inkOf(tab, part);
      return Math.abs(painted.x - ink.x) < 3 && Math.abs(painted.y - ink.y) < 6;
    };
    expect(await atTheLetters()).toBe(true);

    await tab.locator('#area').evaluate((element) => {
      (element as HTMLElement).style.width = '260px';
      element.scrollTop = 30;
    });
    await expect.poll(atTheLetters).toBe(true);

    await tab.locator('#area').evaluate((element) => {
      (element as HTMLTextAreaElement).setSelectionRange(0, 0);
    });
    await tab.keyboard.type('Well, ');
    await tab.evaluate(() => scrollTo(0, 25));
    await expect.poll(atTheLetters).toBe(true);
    expect(await tab.locator('#area').inputValue()).toBe(`Well, ${TEXT}`);
  },
);

it('paints nothing of a field beyond the pane that it is scrolled out of', async () => {
  const { tab, tagger } = await open('/pane');
  await fill(tab, '#area', TEXT, 'In spring I led');
  await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);
  await tab.evaluate(() => getSelection()?.removeAllRanges());
  expect(await tagger.state('one')).toBe('same');
  /** The colours in the part of the page above the pane. */
  const above = async () => {
    const shot = readPng(await tab.screenshot({ clip: { x: 0, y: 0, width: 400, height: 120 } }));
    const seen = new Set<string>();
    for (let x = 0; x < 400; x += 3) {
      for (let y = 0; y < 120; y += 3) seen.add(shot.at(x, y).slice(0, 3).join());
    }
    return [...seen];
  };
  expect(await above()).toEqual(['16,32,48']);
  for (const top of [20, 40, 60]) {
    await tab.locator('#pane').evaluate((pane, top) => pane.scrollTo(0, top), top);
    await new Promise((later) => setTimeout(later, 200));
    expect([top, await above()]).toEqual([top, ['16,32,48']]);
  }
});

it('follows typing before and in the passage, its removal and undo', async () => {
  const { tab, tagger } = await open('/fields');
  await fill(tab, '#area', TEXT, 'cut support tickets by forty per cent');
  await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);
  const area = tab.locator('#area');

  await area.evaluate(
    (element, [start, end]) => {
      (element as HTMLTextAreaElement).setSelectionRange(start as number, end as number);
    },
    offsetsOf(TEXT, 'forty'),
  );
  await tab.keyboard.type('fifty');
  await expect.poll(() => tagger.state('one')).toBe('edited');
  expect(await paintedIn(tab)).toEqual(['cut support tickets by fifty per cent']);

  await area.selectText();
  await tab.keyboard.press('Delete');
  await expect.poll(() => tagger.state('one')).toBe('orphan');
  expect(await paintedIn(tab)).toEqual([]);

  await tab.keyboard.press('Control+z');
  await expect.poll(() => tagger.state('one')).not.toBe('orphan');
});

describe('a value that a script sets, which no event tells of', () => {
  const setValue = (tab: Page, value: string) =>
    tab.locator('#area').evaluate((element, text) => {
      (element as HTMLTextAreaElement).value = text;
    }, value);

  it('is followed in a field that is painted, as soon as the user does something', async () => {
    const { tab, tagger } = await open('/fields');
    await fill(tab, '#area', TEXT, 'billing migration');
    await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);
    await tab.locator('#line').focus();

    // No key that types: the other field would tell of a change.
    await setValue(tab, TEXT.replace('billing', 'billing and payment'));
    await tab.keyboard.press('Shift');
    await expect.poll(() => paintedIn(tab)).toEqual(['billing and payment migration']);
    await expect.poll(() => tagger.state('one')).not.toBe('same');

    await setValue(tab, 'Nothing of it is left.');
    await tab.keyboard.press('Shift');
    await expect.poll(() => paintedIn(tab)).toEqual([]);
    await expect.poll(() => tagger.state('one')).toBe('orphan');
  });

  it('is read in a field that had nothing to paint, once the user goes there', async () => {
    const { tab, tagger } = await open('/fields');
    await fill(tab, '#area', TEXT, 'billing migration');
    const record = recordOf('one', await tagger.quote(), { surface: 'field' });
    await tab.locator('#area').fill('Not yet.');
    await tagger.paint([record]);
    expect(await paintedIn(tab)).toEqual([]);

    await setValue(tab, TEXT);
    await tab.locator('#area').focus();
    await expect.poll(() => paintedIn(tab)).toEqual(['billing migration']);
  });
});

it('adds nothing to the field, and takes its overlay away with the last mark', async () => {
  const { tab, tagger } = await open('/fields');
  const shape = () =>
    tab.evaluate(() => [document.body.outerHTML, document.documentElement.childElementCount]);
  await fill(tab, '#area', TEXT, 'billing migration');
  const before = await shape();

  await tagger.paint([recordOf('one', await tagger.quote(), { surface: 'field' })]);
  const [body, children] = await shape();
  expect(body).toBe(before[0]);
  expect(children).toBe(Number(before[1]) + 1);

  await tagger.ask({ type: 'unpaint' });
  expect(await shape()).toEqual(before);
});

it('goes to a passage in a field by scrolling it, without moving the caret', async () => {
  const { tab, tagger } = await open('/fields');
  const text = `${'A line of other words.\n'.repeat(60)}${TEXT}`;
  await tab.locator('#area').fill(text);
  await tab.locator('#area').evaluate((element) => {
    element.scrollTop = 0;
    (element as HTMLTextAreaElement).setSelectionRange(3, 3);
  });
  const quote = { exact: 'billing migration', prefix: 'I led the ', suffix: ' with two' };

  expect(await tagger.goTo(recordOf('one', quote))).toBe(true);

  const [top, caret] = await tab
    .locator('#area')
    .evaluate((element) => [element.scrollTop, (element as HTMLTextAreaElement).selectionStart]);
  expect(top).toBeGreaterThan(500);
  expect(caret).toBe(3);
});

it.each(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])('never reads a secret field (%s)', async (id) => {
  const { tab, tagger } = await open('/secrets');
  await tab.locator(`#${id}`).selectText();

  expect(await tagger.read()).toEqual({ ok: false, why: 'secret-field' });
  const exact = await tab.locator(`#${id}`).inputValue();
  const quote = { exact, prefix: '', suffix: '' };
  expect(await tagger.paint([recordOf('one', quote)])).toEqual([{ one: { state: 'orphan' } }]);
});

it('decides by where the selection is whether the page is meant or the field with the focus', async () => {
  const { tab, tagger } = await open('/fields');
  const words = 'A page around it.';
  await fill(tab, '#area', TEXT, '');
  await selectText(tab, words);
  expect(await focusedId(tab)).toBe('area');
  expect(await tagger.read()).toMatchObject({
    draft: { surface: 'page', quote: { exact: words } },
  });

  const part = 'billing migration';
  await fill(tab, '#area', TEXT, part);
  expect(await focusedId(tab)).toBe('area');
  expect(await tagger.read()).toMatchObject({
    draft: { surface: 'field', quote: { exact: part } },
  });
});

it('explains a secret field with the focus, whatever is selected in the page', async () => {
  const { tab, tagger } = await open('/secrets');
  await tab.locator('#a').focus();
  await selectText(tab, 'Some words.');
  expect(await focusedId(tab)).toBe('a');
  expect(await tab.evaluate(() => String(getSelection()))).toBe('Some words.');

  expect(await tagger.read()).toEqual({ ok: false, why: 'secret-field' });
});

it('does not look into fields that are not shown', async () => {
  const { tagger } = await open('/hidden');
  const quote = { exact: 'the hidden words', prefix: '', suffix: '' };
  expect(await tagger.paint([recordOf('one', quote)])).toEqual([{ one: { state: 'orphan' } }]);
});

function setType(tab: Page, type: string): Promise<void> {
  return tab.locator('#line').evaluate((element, given) => {
    (element as HTMLInputElement).type = given;
  }, type);
}

function focusedId(tab: Page): Promise<string | undefined> {
  return tab.evaluate(() => document.activeElement?.id);
}

/** Where the painted range begins on screen. */
function boxOfPainted(tab: Page): Promise<{ x: number; y: number }> {
  return tab.evaluate(() => {
    for (const highlight of CSS.highlights.values()) {
      for (const range of highlight) {
        const { x, y } = (range as Range).getClientRects()[0] as DOMRect;
        return { x, y };
      }
    }
    return { x: -1, y: -1 };
  });
}

/**
 * Where a part of the field's text is drawn: of two pictures, one with and one without that part
 * selected, the first differing pixel from the top and then from the left.
 */
async function inkOf(tab: Page, part: string): Promise<{ x: number; y: number }> {
  const area = tab.locator('#area');
  const text = await area.inputValue();
  const caret = await area.evaluate((element) => {
    const { selectionStart, selectionEnd, scrollTop } = element as HTMLTextAreaElement;
    return [selectionStart, selectionEnd, scrollTop];
  });
  const pictureWith = async (span: readonly (number | undefined)[], top: number | undefined) => {
    await area.evaluate(
      (element, { span, top }) => {
        (element as HTMLTextAreaElement).setSelectionRange(span[0] ?? 0, span[1] ?? 0);
        element.scrollTop = top ?? 0;
      },
      { span, top },
    );
    return (await tab.screenshot({ caret: 'hide' })).toString('base64');
  };
  const plain = await pictureWith([0, 0], caret[2]);
  const selected = await pictureWith(offsetsOf(text, part), caret[2]);
  await pictureWith(caret, caret[2]);
  return tab.evaluate(firstDifference, [plain, selected] as const);
}

/** Runs in the page: all it needs stands inside it. */
async function firstDifference([one, other]: readonly [string, string]) {
  const pixels = async (picture: string) => {
    const bytes = Uint8Array.from(atob(picture), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const a = await pixels(one);
  const b = await pixels(other);
  for (let at = 0; at < a.data.length; at += 4) {
    if (Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0)) > 8) {
      return { x: (at / 4) % a.width, y: Math.floor(at / 4 / a.width) };
    }
  }
  return { x: -100, y: -100 };
}
