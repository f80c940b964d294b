import { mount } from '../wiring/view/mount';
import { refusedBy } from '../wiring/view/refused-hash';
import { fitWindow } from './fit-window';
import { Popup } from './Popup';

fitWindow();
mount(<Popup refused={refusedBy(location.hash)} />);
