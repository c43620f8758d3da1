/** Sends the visitor on, from an action's work or a page. */
export { redirect } from 'next/navigation';
