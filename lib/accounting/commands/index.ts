export { bookCredit, bookMoves, holdBooks, turnTo } from './book-moves';
