import { mount } from '../wiring/view/mount';
import { Picker } from './Picker';
import './picker.css';

mount(<Picker />);
