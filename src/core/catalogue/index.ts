// The catalogue: what other features may use.
export { priceFor } from '#shared/domain/catalogue/index.ts'
export { findParts, findServiceItems } from './find.ts'
export { addPart, partOfBarcode } from './parts.ts'
export { readPart, readParts } from './repository.ts'
export { readPackage, readServiceItem } from './repository-sold.ts'
export { addPackage, addServiceItem, packageLines } from './sold.ts'
