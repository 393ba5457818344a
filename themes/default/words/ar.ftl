### The words of the theme, in Arabic. What is not here is said in English.

## Numbers, dates and lists, in the way of the language

number-thousands = ,
number-fraction = .
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-time = { $date }، { $time } ‏(UTC)
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
list-comma = { "، " }
list-and = { $most } و{ $last }

## Counts

count-badges = { $count ->
    [zero] لا شارات
    [one] شارة واحدة
    [two] شارتان
    [few] { $count } شارات
    [many] { $count } شارة
   *[other] { $count } شارة
}
count-awards = { $count ->
    [zero] لا مُنَح
    [one] منحة واحدة
    [two] منحتان
    [few] { $count } مُنَح
    [many] { $count } منحة
   *[other] { $count } منحة
}

## Every page

nav-skip = انتقل إلى المحتوى
nav-main = القائمة الرئيسية
nav-badges = الشارات
nav-skills = المهارات
nav-people = الأشخاص
nav-issuers = الجهات المانحة
nav-feed-title = { $title }: أحدث الشارات الممنوحة
foot-built = أُنشئ في { $date } باستخدام { $program }. بلا ملفات تعريف ارتباط وبلا أدوات تتبع.
foot-source = المصدر
foot-feed = التغذية
foot-data = البيانات

## Judging credentials: questions, outcomes and verdicts

judge-page = هذه الصفحة
judge-document = المستند
judge-issuer = الجهة المانحة والمفتاح
judge-proof = التوقيع على النص (eddsa-jcs-2022)
judge-status = الإلغاء
judge-dates = التواريخ
judge-definition = تعريف الشارة
judge-recipient = المستلم
judge-passed = ناجح
judge-attention = ملاحظة
judge-failed = فاشل
judge-unknown = لم يُفحص
judge-absent = غير موجود
judge-valid = صالح.
judge-expiring = صالح، وينتهي في { $v0 }.
judge-not-yet-valid = غير صالح قبل { $v0 }.
judge-expired = انتهى في { $v0 }.
judge-suspended = معلّق.
judge-revoked = مُلغى.
judge-invalid = غير أصلي.
judge-unchecked = تعذّر الفحص.
judge-altered = هذه الصفحة ليست ما جرى توقيعه.
judge-stamp-not-yet-valid = لم يصبح صالحًا بعد
judge-stamp-expired = منتهٍ
judge-stamp-suspended = معلّق
judge-stamp-revoked = مُلغى
judge-stamp-invalid = غير أصلي
judge-stamp-unchecked = لم يُفحص
