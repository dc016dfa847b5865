// What the bundler adds to the language in the window: style sheets may be imported for their effect.
declare module '*.css'
