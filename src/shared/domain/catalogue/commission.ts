// What a technician earns by a line of labour, as the service item says (rule PRT-13).
import { fractionOf } from '#shared/kernel/money.ts'
import { PER_UNIT } from '#shared/kernel/quantity.ts'

export const COMMISSION_RULES = ['none', 'amount', 'percent'] as const
export type CommissionRule = (typeof COMMISSION_RULES)[number]

/** `commissionValue`: fen for each unit done (`amount`), or hundredths of a percent of the line (`percent`). */
export type Commission = Readonly<{ commission: CommissionRule; commissionValue: number }>

/** The whole, in hundredths of a percent. */
export const WHOLE_PERCENT = 10_000

/** The commission on a line in fen. `amountFen` is what is charged for it, `quantity` thousandths. */
export const commissionOn = (rule: Commission, amountFen: number, quantity: number): number => {
  switch (rule.commission) {
    case 'none':
      return 0
    case 'amount':
      return fractionOf(rule.commissionValue, quantity, PER_UNIT)
    case 'percent':
      return fractionOf(amountFen, rule.commissionValue, WHOLE_PERCENT)
  }
}
