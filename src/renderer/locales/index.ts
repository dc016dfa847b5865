// All words of the window, both languages, in the bundle: switching is instant. To add a namespace: one JSON
// file a language, one line in each of the two tables.
import enBoard from './en/board.json'
import enCatalogue from './en/catalogue.json'
import enCommon from './en/common.json'
import enCustody from './en/custody.json'
import enCustomers from './en/customers.json'
import enDevice from './en/device.json'
import enFrame from './en/frame.json'
import enHome from './en/home.json'
import enIntake from './en/intake.json'
import enKnowledge from './en/knowledge.json'
import enLabels from './en/labels.json'
import enMoney from './en/money.json'
import enOrders from './en/orders.json'
import enPaper from './en/paper.json'
import enParts from './en/parts.json'
import enPeople from './en/people.json'
import enPickup from './en/pickup.json'
import enProblems from './en/problems.json'
import enQuotes from './en/quotes.json'
import enReview from './en/review.json'
import enSettings from './en/settings.json'
import enSignIn from './en/sign-in.json'
import enStock from './en/stock.json'
import zhBoard from './zh-CN/board.json'
import enVerbs from './en/verbs.json'
import zhCatalogue from './zh-CN/catalogue.json'
import zhCommon from './zh-CN/common.json'
import zhCustody from './zh-CN/custody.json'
import zhCustomers from './zh-CN/customers.json'
import zhDevice from './zh-CN/device.json'
import zhFrame from './zh-CN/frame.json'
import zhHome from './zh-CN/home.json'
import zhIntake from './zh-CN/intake.json'
import zhKnowledge from './zh-CN/knowledge.json'
import zhLabels from './zh-CN/labels.json'
import zhMoney from './zh-CN/money.json'
import zhOrders from './zh-CN/orders.json'
import zhPaper from './zh-CN/paper.json'
import zhParts from './zh-CN/parts.json'
import zhPeople from './zh-CN/people.json'
import zhPickup from './zh-CN/pickup.json'
import zhProblems from './zh-CN/problems.json'
import zhQuotes from './zh-CN/quotes.json'
import zhReview from './zh-CN/review.json'
import zhSettings from './zh-CN/settings.json'
import zhSignIn from './zh-CN/sign-in.json'
import zhStock from './zh-CN/stock.json'
import zhVerbs from './zh-CN/verbs.json'

/** Chinese is the source: its keys are the types. */
export const zhCN = {
  board: zhBoard,
  catalogue: zhCatalogue,
  common: zhCommon,
  custody: zhCustody,
  customers: zhCustomers,
  device: zhDevice,
  frame: zhFrame,
  home: zhHome,
  intake: zhIntake,
  knowledge: zhKnowledge,
  labels: zhLabels,
  money: zhMoney,
  orders: zhOrders,
  paper: zhPaper,
  parts: zhParts,
  people: zhPeople,
  pickup: zhPickup,
  problems: zhProblems,
  quotes: zhQuotes,
  review: zhReview,
  settings: zhSettings,
  signIn: zhSignIn,
  stock: zhStock,
  verbs: zhVerbs,
} as const

export const en = {
  board: enBoard,
  catalogue: enCatalogue,
  common: enCommon,
  custody: enCustody,
  customers: enCustomers,
  device: enDevice,
  frame: enFrame,
  home: enHome,
  intake: enIntake,
  knowledge: enKnowledge,
  labels: enLabels,
  money: enMoney,
  orders: enOrders,
  paper: enPaper,
  parts: enParts,
  people: enPeople,
  pickup: enPickup,
  problems: enProblems,
  quotes: enQuotes,
  review: enReview,
  settings: enSettings,
  signIn: enSignIn,
  stock: enStock,
  verbs: enVerbs,
} as const satisfies Record<keyof typeof zhCN, object>

export type Namespace = keyof typeof zhCN
