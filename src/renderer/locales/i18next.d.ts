// Keys of `t` are checked against the Chinese files.
import type { zhCN } from './index.ts'

declare module 'i18next' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- i18next is extended by merging into its interface
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof zhCN
  }
}
