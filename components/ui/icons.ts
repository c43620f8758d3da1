export {
  Archive, ArrowDown, ArrowLeft, ArrowRight, ArrowUp, ArrowUpRight, Ban, Bell, Bookmark, Box, Bug, CalendarDays, Check,
  ChevronDown, ChevronLeft, ChevronRight, ChevronUp, CircleAlert, CircleCheck, CircleHelp, CircleX, Clock, Copy, CreditCard,
  Download, Ellipsis, Eye, EyeOff, ExternalLink, FileText, Filter, Flag, Gavel, Gift, Globe, Headphones, Heart, History,
  House, Image, Inbox, Info, KeyRound, Languages, Lightbulb, Link as LinkIcon, ListChecks, Lock, LogIn, LogOut, Mail, MapPin,
  Menu as MenuIcon, MessageCircle, MessageSquare, Mic, Monitor, Moon, OctagonAlert, Package, PackageCheck, Pencil, Pin, Play,
  Plus, Quote, ReceiptText, RefreshCw, Reply, RotateCcw, Route, Rss, Search, Send, Settings, Share2, Shield, ShieldAlert,
  ShieldCheck, ShoppingBag, ShoppingCart, SlidersHorizontal, Sparkles, Sprout, Star, Store, Sun, Tag, ThumbsUp, Ticket, Timer,
  Trash2, TriangleAlert, Truck, Undo2, Upload, User, UserCheck, UserPlus, Users, Wheat, Wrench, X, Zap,
} from 'lucide-react'
