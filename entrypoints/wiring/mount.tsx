import { type ComponentChild, render } from 'preact';
import '../../components/theme/base.css';
import { Failsafe } from './Failsafe';

/** Puts a surface's view into its page. */
export function mount(view: ComponentChild): void {
  document.documentElement.lang = navigator.language;
  render(<Failsafe>{view}</Failsafe>, document.getElementById('app') ?? document.body);
}
