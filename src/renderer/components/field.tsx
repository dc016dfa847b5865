// A field of a form: label on top, help under it, its problem in place of the help and read out at once.
import type { ReactNode } from 'react'
import { Form } from 'antd'

export type FieldProps = Readonly<{
  name: string
  label: string
  extra?: ReactNode
  className?: string
  children: ReactNode
  valuePropName?: string
}>

export const Field = ({ name, label, extra, className, children, valuePropName }: FieldProps) => (
  <Form.Item
    name={name}
    label={label}
    colon={false}
    {...(extra === undefined ? {} : { extra })}
    {...(className === undefined ? {} : { className })}
    {...(valuePropName === undefined ? {} : { valuePropName })}
  >
    {children}
  </Form.Item>
)
