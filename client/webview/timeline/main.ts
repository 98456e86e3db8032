import 'uplot/dist/uPlot.min.css';
import './timeline.css';
import { TimelinePage } from './timelinePage';

const main = document.querySelector('main');
if (main !== null) new TimelinePage(main).start();
