// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { createTextFieldSurface } from '../../../../entrypoints/tagger/surfaces/text-field';

function watchedField() {
  const field = document.createElement('textarea');
  field.value = 'As it was.';
  document.body.append(field);
  const surface = createTextFieldSurface(field);
  const onChange = vi.fn();
  const end = new AbortController();
  surface.watch(onChange, end.signal);
  return { field, surface, onChange, end };
}

const signs = {
  'a key': () => document.dispatchEvent(new Event('keyup')),
  'a selection': () => document.dispatchEvent(new Event('selectionchange')),
  'the focus': () => document.dispatchEvent(new Event('focusin')),
};

it.each(Object.entries(signs))('tells at %s of a value that a script set', async (_what, give) => {
  const { field, surface, onChange } = watchedField();
  give();
  expect(onChange).not.toHaveBeenCalled();

  field.value = 'As a script set it.';
  give();
  expect(onChange).toHaveBeenCalledTimes(1);

  await surface.text();
  give();
  expect(onChange).toHaveBeenCalledTimes(1);
});

it('tells when it paints, as the marks were looked for in what stood there before', async () => {
  const { field, surface, onChange } = watchedField();
  await surface.text();
  field.value = 'As a script set it.';
  surface.paint([]);
  expect(onChange).toHaveBeenCalledTimes(1);
});

it.each(['disposed of', 'no longer watched'])('tells nothing once it is %s', (how) => {
  const { field, surface, onChange, end } = watchedField();
  if (how === 'disposed of') surface.dispose();
  else end.abort();
  field.value = 'As a script set it.';
  for (const give of Object.values(signs)) give();
  expect(onChange).not.toHaveBeenCalled();
});
