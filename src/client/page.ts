import './switch.ts';
import './reading.ts';
import './sort.ts';
import './filter.ts';
import './find.ts';
import './whatif.ts';
import { begin } from './state.ts';

begin();
