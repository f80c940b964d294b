import { mount } from '../wiring/view/mount';
import { REFUSED_HASH } from '../wiring/view/refused-hash';
import { Popup } from './Popup';

mount(<Popup refused={location.hash === REFUSED_HASH} />);
