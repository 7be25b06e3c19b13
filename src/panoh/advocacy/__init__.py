"""Speaking in public: appeals, press sheets, a page, what was answered, days that matter.

Nothing leaves but by `giving`, where the consent gate reads the finished bytes.
"""
