// The accounts of the shop's books (rules SET-3, SET-7), as data. `db/migrations` carries the same list, compared by
// a test; a new account takes a migration.

export type AccountKind = 'asset' | 'liability' | 'income' | 'expense'
/** Whose balance is kept apart; `none`: only the account's own sum. */
export type AccountParty = 'none' | 'customer' | 'partner' | 'staff'
type Account = Readonly<{ kind: AccountKind; party: AccountParty }>

const asset = { kind: 'asset', party: 'none' } as const
const liability = { kind: 'liability', party: 'none' } as const
const income = { kind: 'income', party: 'none' } as const
const expense = { kind: 'expense', party: 'none' } as const

export const ACCOUNTS = {
  // Confirmed by finance.
  cash: asset,
  bank: asset,
  card: asset,
  wechat: asset,
  alipay: asset,
  /** Cash that was taken out of a drawer and not yet brought to the bank. */
  safe: asset,
  // Collected at the counter, not yet confirmed.
  collectedCash: asset,
  collectedBank: asset,
  collectedCard: asset,
  collectedWechat: asset,
  collectedAlipay: asset,
  receivableCustomer: { kind: 'asset', party: 'customer' },
  /** Warranty work: the maker or headquarters pays, kept by the customer and order it was done for. */
  receivableMaker: { kind: 'asset', party: 'customer' },
  receivableContract: { kind: 'asset', party: 'customer' },
  /** Value of the parts; here only what orders and sales take out of it. */
  stock: asset,
  deposit: { kind: 'liability', party: 'customer' },
  payableVendor: { kind: 'liability', party: 'partner' },
  /** Bought-in parts. */
  payableSupplier: liability,
  payableCommission: { kind: 'liability', party: 'staff' },
  /** What the owner put into a drawer. */
  ownerFunds: liability,
  incomeLabour: income,
  incomePart: income,
  incomeDiagnostic: income,
  incomeOther: income,
  incomeStoreFee: income,
  incomeSale: income,
  discount: expense,
  rounding: expense,
  costParts: expense,
  costVendor: expense,
  costCommission: expense,
  /** Over and short of counted drawers. */
  difference: expense,
  badDebt: expense,
  /** Small expenses paid from a drawer. */
  expense,
} as const satisfies Record<string, Account>

export type AccountCode = keyof typeof ACCOUNTS
export const ACCOUNT_CODES = Object.keys(ACCOUNTS) as AccountCode[]

/** How money comes in and goes out at the counter. */
export const PAYMENT_METHODS = ['cash', 'wechat', 'alipay', 'card', 'bank'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

/** Where money of a method stands until finance confirms it. */
export const COLLECTED = {
  cash: 'collectedCash',
  wechat: 'collectedWechat',
  alipay: 'collectedAlipay',
  card: 'collectedCard',
  bank: 'collectedBank',
} as const satisfies Record<PaymentMethod, AccountCode>

/** Where it stands afterwards: the account is called as the method. */
export const CONFIRMED = {
  cash: 'cash',
  wechat: 'wechat',
  alipay: 'alipay',
  card: 'card',
  bank: 'bank',
} as const satisfies Record<PaymentMethod, AccountCode>

/** Accounts whose postings with a drawer are cash lying in that drawer. */
export const IN_DRAWER = ['collectedCash', 'cash'] as const satisfies readonly AccountCode[]

/** One amount from one account to another: the debit grows, the credit shrinks. Amounts are fen, always above zero. */
export type Posting = Readonly<{
  debit: AccountCode
  credit: AccountCode
  amountFen: number
  orderId?: string | null
  customerId?: string | null
  partnerId?: string | null
  earnerId?: string | null
  drawerId?: string | null
}>

/** The posting that undoes this one. */
export const turned = (posting: Posting): Posting => ({
  ...posting,
  debit: posting.credit,
  credit: posting.debit,
})

/** Whose balance a posting changes in this account; '' where none is kept. */
export const partyOf = (account: AccountCode, posting: Posting): string => {
  const { party } = ACCOUNTS[account] as Account
  if (party === 'customer') return posting.customerId ?? ''
  if (party === 'partner') return posting.partnerId ?? ''
  return party === 'staff' ? (posting.earnerId ?? '') : ''
}

/** Whether the account keeps balances of parties. */
export const keepsParties = (account: AccountCode): boolean => (ACCOUNTS[account] as Account).party !== 'none'
