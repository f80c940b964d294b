import { mount } from '../wiring/mount';
import { Picker } from './Picker';
import './picker.css';

mount(<Picker />);
