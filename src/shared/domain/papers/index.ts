// Papers: what is printed, with which fields, for whose eyes.
export * from './paper-kinds.ts'
export * from './paper-data.ts'
export * from './field-masks.ts'
export * from './mask-phone.ts'
