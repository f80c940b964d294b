// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { clipOf } from '../../../../entrypoints/tagger/surfaces/clip';
import { rootsAround } from '../../../../entrypoints/tagger/surfaces/flat-tree';

let form: HTMLFormElement;
let field: HTMLInputElement;

beforeEach(() => {
  document.body.innerHTML = '<form style="overflow: auto">Words in it.<input></form>';
  form = document.querySelector('form') as HTMLFormElement;
  field = document.querySelector('input') as HTMLInputElement;
});

/** As a browser does where a field of the form has that name. */
function nameField(name: string): void {
  Object.defineProperty(form, name, { value: field, configurable: true });
}

it('knows what trees a field is shown in, by a form with a field named getRootNode', () => {
  nameField('getRootNode');
  expect([...rootsAround([field])]).toEqual([document]);
});

it('knows what panes let be seen, by a form with a field named getBoundingClientRect', () => {
  nameField('getBoundingClientRect');
  expect(clipOf(field, { left: 0, top: 0, right: 90, bottom: 30 })).toMatchObject({ bottom: 0 });
});
