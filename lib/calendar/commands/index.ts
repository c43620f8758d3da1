export { setCalendar } from './set-calendar';
