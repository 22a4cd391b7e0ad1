export { findBrowser, openBrowser } from '../scripts/browser.ts';
