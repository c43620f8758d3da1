export { MailRefused, checkMail, type Mail, type MailRefusal } from './check-mail';
export { createMailer, type Mailer, type MailSettings } from './mailer';
