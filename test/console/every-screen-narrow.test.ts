import { walkScreens } from './support/walk-screens.js';

walkScreens('en', 'phone');
