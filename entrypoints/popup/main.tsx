import { mount } from '../wiring/mount';
import { REFUSED_HASH } from '../wiring/refused-hash';
import { Popup } from './Popup';

mount(<Popup refused={location.hash === REFUSED_HASH} />);
