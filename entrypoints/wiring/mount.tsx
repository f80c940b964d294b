import { type ComponentChild, render } from 'preact';
import '../../components/theme/base.css';

/** Puts a surface's view into its page. */
export function mount(view: ComponentChild): void {
  document.documentElement.lang = navigator.language;
  render(view, document.getElementById('app') ?? document.body);
}
