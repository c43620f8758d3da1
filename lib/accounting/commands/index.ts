export { bookMoves, holdBooks, turnTo } from './book-moves';
