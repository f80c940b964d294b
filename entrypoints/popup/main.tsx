import { mount } from '../wiring/mount';
import { Popup } from './Popup';

mount(<Popup refused={location.hash === '#refused'} />);
