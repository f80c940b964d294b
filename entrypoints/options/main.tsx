import { mount } from '../wiring/mount';
import { Options } from './Options';

mount(<Options />);
