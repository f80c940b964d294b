import { noteOpenPanel } from '../wiring/evidence/open-panels';
import { mount } from '../wiring/view/mount';
import { Panel } from './Panel';

noteOpenPanel();
mount(<Panel />);
