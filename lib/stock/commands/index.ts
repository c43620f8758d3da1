export { countUnits } from './count-units';
export { settleDrop, shipFromDrop, supplyDrop } from './drop-stock';
export { releaseHeld, sellHeld, shipSold } from './held-stock';
export { holdStock } from './hold-stock';
export { closeLocation, saveLocation } from './locations';
export { receiveUnits } from './receive-units';
export { setShop } from './set-shop';
export { receiveTransfer, sendUnits } from './transfer-units';
export { writeOff } from './write-off';
