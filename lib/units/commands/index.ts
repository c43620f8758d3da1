export { noteUnit } from './note-unit';
export { freeUnits, ownUnits } from './own-units';
export { packUnits } from './pack-units';
export { returnUnits } from './return-units';
export { receiveSerials } from './receive-serials';
