// What technicians usually do, as phrases that a few letters call up. Free text always goes; these only save keys.
import type { Word } from '#shared/domain/intake/words.ts'

const word = (zh: string, initials: string, en: string): Word => ({ zh, initials, en })

export const ACTION_PHRASES: readonly Word[] = [
  word('更换屏幕', 'ghpm', 'Screen replaced'),
  word('更换电池', 'ghdc', 'Battery replaced'),
  word('更换键盘', 'ghjp', 'Keyboard replaced'),
  word('更换硬盘', 'ghyp', 'Disk replaced'),
  word('更换主板', 'ghzb', 'Mainboard replaced'),
  word('维修主板', 'wxzb', 'Mainboard repaired'),
  word('更换电源', 'ghdy', 'Power supply replaced'),
  word('更换定影组件', 'ghdyzj', 'Fuser replaced'),
  word('更换搓纸轮', 'ghczl', 'Pick-up roller replaced'),
  word('更换接口', 'ghjk', 'Connector replaced'),
  word('重装系统', 'czxt', 'System reinstalled'),
  word('安装驱动', 'azqd', 'Drivers installed'),
  word('查杀病毒', 'csbd', 'Viruses removed'),
  word('备份资料', 'bfzl', 'Data saved'),
  word('恢复数据', 'hfsj', 'Data recovered'),
  word('清灰换硅脂', 'qhhgz', 'Cleaned, new thermal paste'),
  word('清洁保养', 'qjby', 'Cleaned and serviced'),
  word('烘干处理', 'hgcl', 'Dried'),
  word('重新插拔', 'cxcb', 'Reseated'),
  word('升级固件', 'sjgj', 'Firmware updated'),
  word('调整设置', 'tzsz', 'Settings changed'),
  word('测试正常', 'cszc', 'Tested, works'),
  word('没有发现故障', 'myfxgz', 'No fault found'),
  word('客户放弃维修', 'khfqwx', 'Customer does not want the repair'),
]
