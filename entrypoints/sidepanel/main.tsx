import { mount } from '../wiring/view/mount';
import { Panel } from './Panel';

mount(<Panel />);
