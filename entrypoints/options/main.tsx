import { mount } from '../wiring/view/mount';
import { Options } from './Options';

mount(<Options />);
