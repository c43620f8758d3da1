export { noteUnit } from './note-unit';
export { freeUnits, holdUnits, ownUnits } from './own-units';
export { packUnits } from './pack-units';
export { handBack, loseUnits, returnUnits } from './return-units';
export { receiveSerials } from './receive-serials';
export { passUnit } from './pass-unit';
