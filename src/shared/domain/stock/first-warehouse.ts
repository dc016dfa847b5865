// The warehouse that every shop has from the beginning, and places that are made when they are first needed: always
// with these codes and names.
type Language = 'zh-CN' | 'en'

const NAMES = {
  'zh-CN': { warehouse: '主仓库', bin: '货位 1', defective: '坏件区', transit: '在途', bag: '备件包' },
  en: {
    warehouse: 'Main warehouse',
    bin: 'Bin 1',
    defective: 'Defective',
    transit: 'On the way',
    bag: 'Bag',
  },
} as const

export const FIRST_WAREHOUSE_CODE = 'W1'

export const firstNames = (language: Language) => NAMES[language]

export const binCode = (warehouse: string): string => `${warehouse}-01`
export const defectiveCode = (warehouse: string): string => `${warehouse}-X`
export const transitCode = (warehouse: string): string => `${warehouse}-T`
export const bagCode = (warehouse: string, staffNo: string): string => `${warehouse}-B-${staffNo}`
