export { noteUnit } from './note-unit';
export { freeUnits, holdUnits, ownUnits } from './own-units';
export { packUnits } from './pack-units';
export { handBack, loseUnits, returnUnits } from './return-units';
export { receiveSerials } from './receive-serials';
export { noteRecalled, noteRemedied, releaseRecalled } from './recall-units';
export { passUnit } from './pass-unit';
