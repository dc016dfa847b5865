// One legal input for every procedure: what the junk is put into.
import type { Method, Params } from '#shared/contract/index.ts'
import { PASSWORD, START, machine } from '#test/support/core.ts'
import { meterInputs } from './valid-inputs-meters.ts'
import { orderPartInputs } from './valid-inputs-order-parts.ts'
import { catalogueInputs } from './valid-inputs-catalogue.ts'
import { moneyInputs } from './valid-inputs-money.ts'
import { pickupInputs } from './valid-inputs-pickup.ts'
import { placeInputs } from './valid-inputs-places.ts'
import { receivableInputs } from './valid-inputs-receivable.ts'
import { shiftInputs } from './valid-inputs-shift.ts'
import { stockInputs } from './valid-inputs-stock.ts'
import { workInputs } from './valid-inputs-work.ts'
import { PNG, UNKNOWN_ID } from './shop-in-use.ts'
import type { ShopInUse } from './shop-in-use.ts'

type Inputs = { readonly [M in Method]: Params<M> }

/** Refers to the shop's own rows where a procedure needs some; `n` keeps repeated ones apart. */
export const validInputs = (shop: ShopInUse, n = 0): Inputs => {
  const { ids } = shop
  return {
    ...workInputs(shop, n),
    ...pickupInputs(shop),
    ...moneyInputs(shop),
    ...receivableInputs(shop),
    ...shiftInputs(),
    ...placeInputs(shop, n),
    ...catalogueInputs(n),
    ...meterInputs(shop),
    ...orderPartInputs(shop),
    ...stockInputs(shop, n),
    'shop.get': {},
    'shop.setUp': {
      name: '另一家店',
      branchCode: 'GZ02',
      address: '',
      phone: '',
      areaCode: '020',
      language: 'zh-CN',
      paperLanguage: 'en',
      pcCode: 2,
      timeZone: 'Asia/Shanghai',
      manager: { staffNo: 'm1', name: '店长', password: PASSWORD },
    },
    'shop.update': {
      name: '华强北快修',
      address: '1 号',
      phone: '0755-83001234',
      areaCode: '0755',
      language: 'zh-CN',
    },
    'shop.settings': {},
    'shop.changeSettings': {
      nextContactDays: 3,
      printer: '',
      terms: '三个月',
      lockMinutes: 15,
      defaultLimitFen: 100,
    },
    'session.current': {},
    'session.people': {},
    'session.login': { staffNo: '1001', password: PASSWORD },
    'session.loginWithPin': { staffNo: '1001', pin: '5283' },
    'session.setPin': { password: PASSWORD, pin: '5283' },
    'session.logout': {},
    'session.changePassword': { oldPassword: 'not-mine-1', newPassword: 'my-own-77' },
    'staff.list': {},
    'staff.add': { staffNo: `S${n}`, name: '小李', roles: ['clerk', 'technician'], password: 'first-1' },
    'staff.change': { id: UNKNOWN_ID, name: '小王', roles: ['clerk'], active: true },
    'staff.resetPassword': { id: UNKNOWN_ID, password: 'first-1' },
    'customer.get': { id: ids.customer },
    'customer.devices': { customerId: ids.customer },
    'customer.deviceParts': { deviceId: ids.device },
    'customer.duplicates': { name: '张三', company: '', phones: ['13800138000'] },
    'customer.change': {
      id: ids.customer,
      changes: {
        name: '张三',
        company: '某公司',
        phones: ['13800138000'],
        priceGroup: 'company',
        accountDays: 30,
        creditLimitFen: 500_000,
        taxName: '某公司',
        taxNumber: '91440300MA5F0ABC1X',
        invoiceEmail: 'fp@example.com',
      },
    },
    'customer.changeDevice': {
      id: ids.device,
      changes: { brand: '联想', serial: 'PF-1A2B3C', warrantyMonths: 12 },
    },
    'customer.recordRefusedFee': {
      customer: { existing: ids.customer },
      deviceText: '手机',
      feeFen: 5000,
      remark: '不修了',
    },
    'customer.revealPhone': { id: ids.customer, reason: '回电' },
    'customer.refusedFees': { customerId: ids.customer },
    'visit.create': {
      customer: { new: { name: `客户${n}`, company: '', address: '', remark: '', phones: [] } },
      notADuplicate: true,
      broughtBy: '李四',
      broughtByPhone: '13900139000',
      machines: [
        machine({
          device: {
            new: {
              category: '手机',
              brand: '华为',
              model: 'P60',
              serial: `SN${n}`,
              purchaseDate: '2026-01-02',
            },
          },
          condition: '划痕',
          accessories: [{ name: '充电器', count: 1 }],
          configuration: [{ kind: '内存', text: '8 GB', serial: '' }],
          limitFen: 30000,
          nextContactBy: START + 86_400_000,
          charge: { kind: 'outOfWarranty', reason: '进水' },
          passcode: '1234',
          photos: [ids.photo],
          important: false,
        }),
      ],
      secondOrderFor: [],
      draftId: null,
    },
    'visit.get': { id: ids.visit },
    'order.list': { view: 'all', text: '张', from: 0, until: START, after: '1.1', limit: 10 },
    'order.counts': {},
    'order.get': { id: ids.order },
    'order.log': { id: ids.order },
    'order.amend': {
      id: ids.order,
      ver: 1,
      changes: {
        condition: '完好',
        accessories: [{ name: '包', count: 2 }],
        limitFen: 100,
        nextContactBy: null,
      },
    },
    'order.allowed': { id: ids.order },
    'order.comebacks': { customerId: ids.customer, deviceId: ids.device, model: 'T480' },
    'order.remark': { id: ids.order, text: '客户催' },
    'order.star': { id: ids.order, starred: true },
    'order.setImportant': { id: ids.order, important: true },
    'order.addPhoto': { id: ids.order, hash: ids.photo, caption: '正面' },
    'order.revealPasscode': { id: ids.order, reason: '开机检测' },
    'board.columns': { view: 'mine', perColumn: 10 },
    'board.column': { column: 'toNotify', view: 'all', after: '0.1.1', limit: 10 },
    'board.list': { list: 'today', view: 'urged', limit: 10 },
    'board.waiting': { until: START + 86_400_000, waiting: 9, promised: 6 },
    'board.technicians': { perRow: 20 },
    'search.find': { text: '张三', limit: 10, kinds: ['customer', 'order'] },
    'draft.list': {},
    'draft.save': {
      id: '0190f5fe-7c00-7a00-8000-0000000000d1',
      form: 'intake',
      title: '张三',
      body: { customer: { name: '张三' } },
      schemaVersion: 1,
      parked: false,
    },
    'draft.discard': { id: '0190f5fe-7c00-7a00-8000-0000000000d1' },
    'attachment.put': { mime: 'image/png', data: PNG },
    'attachment.get': { hash: ids.photo },
    'print.printers': {},
    'print.preview': {
      paper: 'repairOrder',
      subjectId: UNKNOWN_ID,
      copy: 'customer',
      paperSize: 'a4',
      dpi: 50,
    },
    'print.pdf': { paper: 'pickupSlip', subjectId: UNKNOWN_ID, language: 'en' },
    'print.print': { sheets: [{ paper: 'deviceLabel', subjectId: UNKNOWN_ID, copies: 1 }], printer: 'none' },
    'print.jobs': { subjectId: ids.order, limit: 10 },
    'backup.list': {},
    'backup.make': {},
    'backup.restore': { file: 'no-such.db' },
    'system.health': {},
    'system.verify': {},
  }
}
