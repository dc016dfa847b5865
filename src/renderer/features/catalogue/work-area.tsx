// What the views of the catalogue have in common: the search with its verbs, the list, and the entry beside it.
import type { ReactNode } from 'react'
import { Button, Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { isImeKey } from '#renderer/lib/ime.ts'
import type { Shown } from './use-shown.ts'

type Props<T> = Readonly<{
  shown: Shown<T>
  hint: string
  /** How many there are, in words. */
  count: string
  /** The list. */
  children: ReactNode
  /** The open entry. */
  side: ReactNode
}>

export const WorkArea = <T,>({ shown, hint, count, children, side }: Props<T>) => {
  const { t } = useTranslation('catalogue')
  return (
    <div className={`catalogue-area ${side === null ? '' : 'catalogue-narrow'}`}>
      <div className="catalogue-bar">
        <Input
          ref={shown.field}
          className="catalogue-find"
          aria-label={t('find')}
          placeholder={hint}
          suffix={<KeyCap keys="Ctrl+F" />}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          allowClear={false}
          data-autofocus
          value={shown.text}
          onChange={(event) => shown.setText(event.target.value)}
          onKeyDown={(event) => {
            if (isImeKey(event.nativeEvent)) return
            if (event.key === 'Escape' && shown.text !== '') shown.setText('')
            else if (event.key === 'ArrowDown' || event.key === 'Enter') shown.list.current?.focus()
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
        <span className="faint num" role="status">
          {count}
        </span>
        <span className="stretch" />
        <Checkbox checked={shown.outOfUse} onChange={shown.toggle}>
          {t('alsoOutOfUse')}
          <KeyCap keys="Ctrl+H" />
        </Checkbox>
        <Button type="primary" onClick={() => shown.show(null)}>
          {shown.addLabel}
          <KeyCap keys="Ctrl+N" />
        </Button>
      </div>
      <div className="catalogue-columns">
        <div className="sheet catalogue-list">{children}</div>
        {side}
      </div>
    </div>
  )
}
