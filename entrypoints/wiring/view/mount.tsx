import { type ComponentChild, render } from 'preact';
import { direction, language } from '../../../components/common/language';
import '../../../components/theme/base.css';
import { Failsafe } from './Failsafe';
import { ignoreSlippedClicks } from './slipped-click';

/** Puts a view into its page. */
export function mount(view: ComponentChild): void {
  // That of the words, whichever the browser has: they are read out by it.
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  ignoreSlippedClicks(document);
  render(<Failsafe>{view}</Failsafe>, document.getElementById('app') ?? document.body);
}
