import { mount } from '../wiring/mount';
import { Panel } from './Panel';

mount(<Panel />);
