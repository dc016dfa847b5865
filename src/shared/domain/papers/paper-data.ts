// What each paper carries, as plain JSON: made by the core from its records, read by the templates.
// Every …Text field is finished text in the paper's language; the passcode is in none of them (INT-9).

/** The shop as it signs its papers; `enquiryPhone` is the number a customer calls about a machine. */
export type PaperShop = { name: string; address: string; phone: string; enquiryPhone: string }

/** One work order. `number` is read aloud (with its check character), `codeDigits` goes into barcodes (WO-6). */
export type PaperOrder = { number: string; codeDigits: string; shortCode?: string; createdAtText: string }

/** One drop-off visit (送修批次). `shortCode` is the slip's code with its check character. */
export type PaperVisit = { number?: string; codeDigits: string; shortCode: string; dateText: string }

/** `phone` is the whole number: give it where some copy may show it, masks decide (STF-4). */
export type PaperCustomer = { name: string; phoneMasked: string; phone?: string; company?: string }

/** A part of the machine configuration as it came in: 内存, "8 GB DDR4", its serial. */
export type PaperConfigurationRow = { kind: string; text: string; serial?: string }

/** Give `serialNo`, or `serialAbsentText` saying why there is none (标签磨损). */
export type PaperDevice = {
  category: string
  brand: string
  model: string
  serialNo?: string
  serialAbsentText?: string
  configuration: PaperConfigurationRow[]
}

export type PaperAccessory = { name: string; count: number }

/** 保内 / 保外 / … and why (购买日期 2025-03-02，保修 24 个月). */
export type PaperWarranty = { verdictText: string; basisText?: string }

/** 补打: the how-manieth print beyond the first (1 = first reprint). Absent on the first print (PRN-3). */
export type PaperReprint = { count: number }

/** What is written down about one machine at intake. */
export type PaperIntake = {
  order: PaperOrder
  device: PaperDevice
  reportedFault: string
  condition: string
  accessories: PaperAccessory[]
  warranty: PaperWarranty
  agreedLimitText?: string
  nextContactText?: string
  promisedText?: string
  serviceWayText?: string
}

/** The repair order (维修单) of one machine. */
export type RepairOrderPaper = PaperIntake & {
  shop: PaperShop
  visit: PaperVisit
  customer: PaperCustomer
  takenBy: string
  terms: string[]
  reprint?: PaperReprint
}

/** The pick-up slip (取机凭证): one for the whole visit, whatever the number of machines (INT-2). */
export type PickupSlipPaper = {
  shop: PaperShop
  visit: PaperVisit
  customer: PaperCustomer
  /** Those that are still in the shop's care; all of them once nothing is. */
  devices: PaperIntake[]
  /** How many of the visit went home already. */
  collected?: number
  takenBy: string
  terms: string[]
  reprint?: PaperReprint
}

/** The label on the machine; `n` of `of` machines of the visit. */
export type DeviceLabelPaper = {
  shop: Pick<PaperShop, 'name'>
  order: Omit<PaperOrder, 'createdAtText'>
  customer: Pick<PaperCustomer, 'name' | 'phoneMasked'>
  device: Pick<PaperDevice, 'category' | 'brand' | 'model'>
  dateText: string
  n: number
  of: number
  reprint?: PaperReprint
}

/** The label on one thing left with the machine; `n` of `of` things of the order. */
export type AccessoryLabelPaper = {
  shop: Pick<PaperShop, 'name'>
  order: Omit<PaperOrder, 'createdAtText'>
  customer: Pick<PaperCustomer, 'name'>
  item: PaperAccessory
  dateText: string
  n: number
  of: number
  reprint?: PaperReprint
}

/** The vendor's hand-over slip (送修交接单): the machine without its customer (DSP-7). */
export type VendorSlipPaper = Pick<
  PaperIntake,
  'order' | 'device' | 'reportedFault' | 'condition' | 'accessories'
> & {
  shop: PaperShop
  vendor: { name: string; contact?: string; phone?: string; address?: string }
  dateText: string
  expectedReturnText: string
  costText?: string
  waybill?: string
  instructions?: string
  reprint?: PaperReprint
}

/** A line of a quote; the amount says in a word who bears it if the customer does not. */
export type PaperQuoteLine = {
  n: number
  text: string
  quantityText: string
  priceText: string
  amountText: string
  warrantyText: string
}

/** The quote (报价单): lines common to all, then each alternative with what it comes to in all (QUO-1). */
export type QuotePaper = Pick<PaperIntake, 'order' | 'device' | 'reportedFault'> & {
  shop: PaperShop
  customer: PaperCustomer
  quote: {
    versionText: string
    dateText: string
    validText?: string
    remark?: string
    madeBy: string
    /** Printed before it was sent. */
    draft?: string
  }
  lines: PaperQuoteLine[]
  alternatives?: { letter: string; lines: PaperQuoteLine[]; totalText: string }[]
  totalText?: string
  reprint?: PaperReprint
}

/** A line of an issue or return slip; empty texts are left out. */
export type PaperPartsLine = {
  n: number
  code: string
  name: string
  quantityText: string
  unit: string
  place: string
  serials?: string
  /** Of a return: good, or defective with the fault. */
  conditionText?: string
}

/** What was issued to an order or came back from it (备件领料单, 备件退料单; PRT-1): one document of the stock. */
export type PartsSlipPaper = Pick<PaperIntake, 'order' | 'device'> & {
  shop: PaperShop
  slip: { number: string; dateText: string; who: string }
  lines: PaperPartsLine[]
  reprint?: PaperReprint
}

/** The tag on an old or defective part (故障标签; PRT-8). */
export type FaultTagPaper = {
  shop: Pick<PaperShop, 'name'>
  order: Omit<PaperOrder, 'createdAtText'>
  device: Pick<PaperDevice, 'category' | 'brand' | 'model'>
  tag: {
    number: string
    whatText: string
    code: string
    name: string
    quantityText: string
    serial?: string
    fault: string
    dateText: string
    who: string
  }
  reprint?: PaperReprint
}

/** A line of an order as it was settled; the amount says in a word who bears it if the customer does not. */
export type PaperReceiptLine = { text: string; quantityText?: string; amountText: string }

/** What a receipt says of one order: its lines where it was settled, else what was paid for it. Absent: nothing. */
export type PaperReceiptOrder = {
  number: string
  deviceText: string
  lines: PaperReceiptLine[]
  /** Settled before, so not on this receipt. */
  beforeText?: string
  storeFeeText?: string
  discountText?: string
  roundingText?: string
  depositText?: string
  /** Became cheaper: kept for the customer. */
  toDepositText?: string
  dueText?: string
  paidText?: string
}

export type PaperReceiptPayment = {
  methodText: string
  amountText: string
  /** Cash that was given, and what went back of it. */
  tenderedText?: string
  changeText?: string
  reference?: string
}

/** The receipt (收据; SET-9) of a settlement, a collection, a deposit, a sale; or what was paid or taken back. */
export type ReceiptPaper = {
  shop: PaperShop
  customer?: PaperCustomer
  receipt: {
    kind: 'settlement' | 'collection' | 'deposit' | 'refund' | 'sale' | 'reversal'
    titleText: string
    number: string
    dateText: string
    who: string
    /** Money went out: the customer signs for it. */
    paidOut?: 'yes'
    note?: string
    /** Number of the receipt that this one takes back, or that took this one back. */
    reverses?: string
    reversedBy?: string
  }
  orders: PaperReceiptOrder[]
  /** Of several orders together. */
  dueText?: string
  payments: PaperReceiptPayment[]
  totalText: string
  /** 大写. */
  totalWords: string
  onAccountText?: string
  followUpText?: string
  reprint?: PaperReprint
}

/** The data of each kind of paper. */
export type PaperData = {
  repairOrder: RepairOrderPaper
  pickupSlip: PickupSlipPaper
  deviceLabel: DeviceLabelPaper
  accessoryLabel: AccessoryLabelPaper
  vendorSlip: VendorSlipPaper
  quote: QuotePaper
  issueSlip: PartsSlipPaper
  returnSlip: PartsSlipPaper
  faultTag: FaultTagPaper
  receipt: ReceiptPaper
}
