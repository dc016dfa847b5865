// All words of the window, both languages, in the bundle: switching is instant. To add a namespace: one JSON
// file a language, one line in each of the two tables.
import enCommon from './en/common.json'
import enFrame from './en/frame.json'
import enHome from './en/home.json'
import enLabels from './en/labels.json'
import enPaper from './en/paper.json'
import enProblems from './en/problems.json'
import enSettings from './en/settings.json'
import enSignIn from './en/sign-in.json'
import zhCommon from './zh-CN/common.json'
import zhFrame from './zh-CN/frame.json'
import zhHome from './zh-CN/home.json'
import zhLabels from './zh-CN/labels.json'
import zhPaper from './zh-CN/paper.json'
import zhProblems from './zh-CN/problems.json'
import zhSettings from './zh-CN/settings.json'
import zhSignIn from './zh-CN/sign-in.json'

/** Chinese is the source: its keys are the types. */
export const zhCN = {
  common: zhCommon,
  frame: zhFrame,
  home: zhHome,
  labels: zhLabels,
  paper: zhPaper,
  problems: zhProblems,
  settings: zhSettings,
  signIn: zhSignIn,
} as const

export const en = {
  common: enCommon,
  frame: enFrame,
  home: enHome,
  labels: enLabels,
  paper: enPaper,
  problems: enProblems,
  settings: enSettings,
  signIn: enSignIn,
} as const satisfies Record<keyof typeof zhCN, object>

export type Namespace = keyof typeof zhCN
