// Names of people and companies as a shop in China meets them: the great surnames most, the rare ones rarely,
// and a few characters that old programs cannot write.
import type { Chance } from './random.ts'
import { weighted } from './random.ts'

/** Share of the population in per mille, after the census figures of the Ministry of Public Security. */
const surname = weighted<string>([
  ['王', 72], ['李', 72], ['张', 68], ['刘', 52], ['陈', 45], ['杨', 31], ['黄', 22], ['赵', 21], ['吴', 20],
  ['周', 20], ['徐', 14], ['孙', 14], ['马', 13], ['朱', 13], ['胡', 12], ['林', 11], ['郭', 11], ['何', 11],
  ['高', 10], ['罗', 9], ['郑', 8], ['梁', 8], ['谢', 7], ['宋', 7], ['唐', 7], ['许', 7], ['邓', 6],
  ['冯', 6], ['韩', 6], ['曹', 6], ['曾', 6], ['彭', 5], ['萧', 1], ['肖', 5], ['蔡', 5], ['潘', 5],
  ['田', 5], ['董', 5], ['袁', 5], ['于', 5], ['余', 4], ['叶', 4], ['蒋', 4], ['杜', 4], ['苏', 4],
  ['魏', 4], ['程', 4], ['吕', 4], ['丁', 4], ['沈', 4], ['任', 4], ['姚', 4], ['卢', 4], ['傅', 3],
  ['钟', 4], ['姜', 3], ['崔', 3], ['谭', 3], ['廖', 3], ['范', 3], ['汪', 3], ['陆', 3], ['金', 3],
  ['石', 3], ['戴', 3], ['贾', 3], ['韦', 3], ['夏', 3], ['邱', 3], ['方', 3], ['侯', 3], ['邹', 3],
  ['熊', 3], ['孟', 3], ['秦', 3], ['白', 3], ['江', 3], ['阎', 2], ['薛', 2], ['尹', 2], ['段', 2],
  ['雷', 2], ['黎', 2], ['史', 2], ['龙', 2], ['陶', 2], ['贺', 2], ['顾', 2], ['毛', 2], ['郝', 2],
  ['龚', 2], ['邵', 2], ['万', 2], ['覃', 2], ['钱', 2], ['严', 2], ['赖', 2], ['洪', 2], ['武', 2],
  ['莫', 2], ['孔', 2], ['单', 0.5], ['仇', 0.4], ['解', 0.5], ['查', 0.3], ['区', 0.3], ['盖', 0.2],
  ['欧阳', 0.8], ['上官', 0.1], ['司徒', 0.1], ['诸葛', 0.1], ['尉迟', 0.05], ['买买提', 0.05],
]) // prettier-ignore

const SINGLE = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂鹏辉玲波斌凯浩华亮健琳雪慧颖倩婷瑶琪晨阳宇轩']
const FIRST = [...'建国志文海晓小玉秀春丽美俊嘉子思雨梓欣浩宇诗佳家永德金明红燕雅天一铭泽博若梦可心宏振学']
const SECOND = [...'华明军平英兰梅芳红伟强杰涵轩怡萱彤豪辰泽宁琪瑶婷雯佳琳玲珍云霞峰林龙飞阳凯文斌辉国民生东']
/** Outside the first plane or outside GB2312: must survive typing, searching, sorting and printing. */
const RARE = ['喆', '堃', '昇', '燚', '犇', '翀', '煊', '玥', '䶮', '㛃', '𬭎', '𬍛', '𠅤', '镕', '淼', '頔']

/** One person in thirty has a single-character given name of the last census; one in two hundred a rare one. */
export const personName = (chance: Chance): string => {
  const family = surname(chance)
  if (chance.happens(0.005)) return family + chance.pick(FIRST) + chance.pick(RARE)
  return chance.happens(0.15)
    ? family + chance.pick(SINGLE)
    : family + chance.pick(FIRST) + chance.pick(SECOND)
}

const PLACES = ['深圳市', '深圳市南山区', '深圳市福田区', '深圳', '广东', '东莞市', '惠州市']
const MARKS = [
  '恒',
  '鑫',
  '华',
  '盛',
  '瑞',
  '嘉',
  '宏',
  '联',
  '创',
  '信',
  '达',
  '德',
  '博',
  '卓',
  '科',
  '汇',
  '兴',
  '泰',
]
const TRADES = weighted<string>([
  ['科技', 10], ['电子', 8], ['贸易', 6], ['物流', 4], ['餐饮管理', 4], ['教育咨询', 4], ['装饰工程', 4],
  ['广告传媒', 3], ['医疗器械', 2], ['房地产经纪', 3], ['供应链管理', 2], ['会计师事务所', 1], ['酒店管理', 2],
]) // prettier-ignore
const SCHOOLS = ['实验小学', '第二中学', '外国语学校', '中心幼儿园', '职业技术学院']
const OFFICES = ['街道办事处', '社区卫生服务中心', '派出所', '图书馆', '税务所']

export const companyName = (chance: Chance): string => {
  const place = chance.pick(PLACES)
  if (chance.happens(0.08)) return `${place}${chance.pick(MARKS)}${chance.pick(MARKS)}${chance.pick(SCHOOLS)}`
  if (chance.happens(0.05)) return `${place}${chance.pick(MARKS)}${chance.pick(OFFICES)}`
  return `${place}${chance.pick(MARKS)}${chance.pick(MARKS)}${TRADES(chance)}${chance.happens(0.8) ? '有限公司' : '店'}`
}

const ROADS = [
  '深南大道',
  '宝安大道',
  '龙华路',
  '民治大道',
  '南海大道',
  '华强北路',
  '科苑路',
  '福华三路',
  '布吉路',
  '创业一路',
]
const ESTATES = ['花园', '家园', '大厦', '新村', '雅苑', '公寓', '广场', '工业园']

export const address = (chance: Chance): string =>
  `${chance.pick(ROADS)}${chance.between(1, 3999)}号${chance.pick(MARKS)}${chance.pick(MARKS)}${chance.pick(ESTATES)}${chance.between(1, 12)}栋${chance.between(1, 33)}${String(chance.between(1, 12)).padStart(2, '0')}`

const mobilePrefix = weighted<string>(
  [
    ...'130 131 132 133 134 135 136 137 138 139 150 151 152 153 155 156 157 158 159 166 173 175 176 177 178 180 181 182 183 185 186 187 188 189 191 198 199'.split(
      ' ',
    ),
  ].map((prefix) => [prefix, /^13[5-9]|^15[089]|^18[2-8]/.test(prefix) ? 3 : 1] as const),
)

export const mobile = (chance: Chance): string => mobilePrefix(chance) + chance.text('0123456789', 8)

/** A number of the shop's own town, as people write it: with or without the area code. */
export const fixedLine = (chance: Chance): string =>
  (chance.happens(0.5) ? '0755-' : '') + chance.pick(['2', '8', '3']) + chance.text('0123456789', 7)
