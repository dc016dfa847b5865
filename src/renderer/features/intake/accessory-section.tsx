// Section 4: what was left with the machine. Digits toggle, + and - count, 0 names something else.
import { memo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AccessoryLine } from '#shared/domain/intake/index.ts'
import { ACCESSORIES, wordIn } from '#shared/domain/intake/index.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { isEnter } from '#renderer/lib/use-enter-key.ts'
import { accessoryOptions, countedBy, withChosen } from './accessory-lines.ts'
import { Section } from './section.tsx'
import { useMachine, useMachinePath, useSession } from './session.ts'
import { Spot } from './spot.tsx'
import { useCategory } from './use-category.ts'
import { useWordLanguage } from './words.ts'

const NOTHING: readonly AccessoryLine[] = []

export const AccessorySection = memo(({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const language = useWordLanguage()
  const { focus } = useSession()
  const at = useMachinePath(machineKey)
  const known = ACCESSORIES[useCategory(machineKey)]
  const [lines = NOTHING, change] = useMachine(machineKey, (machine) => machine.accessories)
  const [naming, setNaming] = useState(false)
  const last = useRef('')
  const options = accessoryOptions(known, lines)
  const set = (accessories: readonly AccessoryLine[]): void => change('accessories', { accessories })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey) return
    const step = event.key === '+' || event.key === '=' ? 1 : event.key === '-' ? -1 : 0
    if (step === 0 || last.current === '') return
    event.preventDefault()
    set(countedBy(lines, last.current, step))
  }
  return (
    <Section
      number={4}
      title={t('section.accessories')}
      aside={<span className="intake-hint">{t('accessory.keys')}</span>}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- + and - on their way up from the list */}
      <div onKeyDown={onKeyDown}>
        <Spot path={`${at}.accessories`}>
          {() => (
            <DigitPicker
              label={t('section.accessories')}
              flow
              multiple
              zero="other"
              value={options.flatMap(({ value, line }) => (line ? [value] : []))}
              options={[
                ...options.map(({ value, word, line }) => ({
                  value,
                  label: (
                    <>
                      {word ? wordIn(word, language) : value}
                      {line && line.count > 1 ? <span className="num"> ×{line.count}</span> : null}
                    </>
                  ),
                })),
                { value: 'other', label: t('accessory.other') },
              ]}
              onChange={(values) => {
                if (values.includes('other')) {
                  setNaming(true)
                  return focus.to(`${at}.accessories.other`)
                }
                last.current =
                  values.find((value) => !options.some((one) => one.value === value && one.line)) ?? ''
                set(withChosen(options, values, language))
              }}
            />
          )}
        </Spot>
        {naming && (
          <Spot path={`${at}.accessories.other`} className="w-company">
            {(control) => (
              <Input
                {...control}
                aria-label={t('accessory.name')}
                placeholder={t('accessory.name')}
                autoComplete="off"
                maxLength={40}
                onKeyDown={(event) => {
                  if (!isEnter(event) || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  const name = event.currentTarget.value.trim()
                  if (name !== '') set([...lines.filter((line) => line.name !== name), { name, count: 1 }])
                  last.current = name
                  setNaming(false)
                  focus.to(`${at}.accessories`)
                }}
                onBlur={({ target }) => {
                  const name = target.value.trim()
                  if (name !== '' && !lines.some((line) => line.name === name))
                    set([...lines, { name, count: 1 }])
                  setNaming(false)
                }}
              />
            )}
          </Spot>
        )}
      </div>
    </Section>
  )
})
