// The verbs that this person may give the card's order now. A digit chooses; the verb's form opens on the order.
import { use, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'antd'
import type { CommandName } from '#shared/domain/work-order/index.ts'
import { DigitPicker } from '../../components/digit-picker.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { KeyLayer, useShortcuts } from '../../lib/keys.ts'
import type { CardActs, Menu } from './use-card-acts.ts'

export const VerbMenu = ({ menu, acts }: { menu: Menu; acts: CardActs }) => {
  const layer = use(KeyLayer)
  return (
    <KeyLayer value={layer + 1}>
      <Panel menu={menu} acts={acts} />
    </KeyLayer>
  )
}

const Panel = ({ menu, acts }: { menu: Menu; acts: CardActs }) => {
  const { t } = useTranslation('board')
  const { t: labels } = useTranslation('labels')
  const { card, to, commands } = menu
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[role=listbox], button')?.focus()
  }, [menu])
  useShortcuts([{ keys: 'Escape', label: t('menu.close'), run: acts.closeMenu }])
  const title = to === null ? t('menu.title') : t('menu.to', { column: labels(`boardColumn.${to}`) })
  return (
    <aside ref={box} className="board-menu sheet" aria-label={title}>
      <h2>{title}</h2>
      <p className="board-menu-card">
        <span className="mono">{card.number}</span> {card.device}
      </p>
      {commands.length === 0 ? (
        <p className="faint">{t('menu.none')}</p>
      ) : (
        <DigitPicker
          acts
          label={title}
          value={[]}
          options={commands.map((value) => ({ value, label: labels(`command.${value}`) }))}
          onChange={([chosen]) => acts.choose(menu, chosen as CommandName)}
        />
      )}
      <Button onClick={acts.closeMenu}>
        {t('menu.close')}
        <KeyCap keys="Esc" />
      </Button>
    </aside>
  )
}
