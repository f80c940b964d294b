import { mount } from '../wiring/view/mount';
import { refusedBy } from '../wiring/view/refused-hash';
import { Popup } from './Popup';

mount(<Popup refused={refusedBy(location.hash)} />);
